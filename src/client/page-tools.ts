/** Buttons that need JavaScript: 打印 and 复制. The style sheet hides them where there is none. */

const COPIED_MS = 4000;

for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => window.print());
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  // Browsers give the clipboard to secure pages only.
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', () => copy(button));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const status = button.parentElement?.querySelector('[role=status]');
  if (!status) return;
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    status.textContent = '已复制';
  } catch {
    status.textContent = '没有复制成，请手动选取';
  }
  setTimeout(() => {
    status.textContent = '';
  }, COPIED_MS);
}
