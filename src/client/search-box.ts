/** The search field of a page by keyboard: `/` or Ctrl/⌘-K goes there, Esc leaves it. */

const PAGE_LINK = 'form[role=search]';

document.addEventListener('keydown', (event) => {
  // While an input method composes, every key is its own (Safari says so with keyCode 229 only).
  const isComposing = event.isComposing || event.keyCode === 229;
  if (event.target instanceof HTMLInputElement && event.target.type === 'search') {
    if (isComposing && event.key === 'Enter') event.preventDefault();
    if (isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.target.blur();
    return;
  }
  if (!isComposing && isCall(event)) {
    event.preventDefault();
    goToSearch();
  }
});

function isCall({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey;
  if (key !== '/' || ctrlKey || metaKey || altKey) return false;
  const isWriting =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'));
  return !isWriting;
}

/** To the field that can be seen, else (on a narrow screen) to the search page. */
function goToSearch(): void {
  const fields = document.querySelectorAll<HTMLInputElement>(`${PAGE_LINK} input[type=search]`);
  const field = [...fields].find((input) => input.offsetParent !== null);
  if (field) {
    field.focus();
    field.select();
    return;
  }
  const form = document.querySelector<HTMLFormElement>(PAGE_LINK);
  if (form) location.assign(form.action);
}
