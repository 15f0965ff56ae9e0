/**
 * The reader's switches: 长辈版 and light/dark. Their state is on the root element, from where the
 * style sheet takes it; `head-script.ts` restores it on the next page.
 */
import { ELDER_KEY, THEME_KEY } from './head-script.ts';

const root = document.documentElement;
const THEMES = [undefined, 'light', 'dark'];

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-elder-switch]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const isElder = link.dataset['elderSwitch'] === 'on';
    setAttribute('elder', isElder ? '' : undefined);
    remember(ELDER_KEY, isElder ? '1' : undefined);
    window.scrollTo(0, 0);
    focusCounterpart(isElder ? 'off' : 'on');
  });
}

for (const button of document.querySelectorAll('[data-theme-switch]')) {
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(root.dataset['theme']) + 1) % THEMES.length];
    setAttribute('theme', next);
    remember(THEME_KEY, next);
  });
}

function setAttribute(name: 'elder' | 'theme', value: string | undefined): void {
  if (value === undefined) delete root.dataset[name];
  else root.dataset[name] = value;
}

/** A browser that keeps nothing still switches this page. */
function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** The link that was used is hidden now: the keyboard goes on from the one that leads back. */
function focusCounterpart(state: 'on' | 'off'): void {
  const links = document.querySelectorAll<HTMLElement>(`[data-elder-switch='${state}']`);
  [...links].find((link) => link.offsetParent !== null)?.focus();
}
