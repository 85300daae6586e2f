/** Puts a text on the clipboard. Browsers give the way for it to https alone, and many servers are plain http. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Inside an open dialog, nothing outside it can be selected.
  const around = document.querySelector('dialog[open]') ?? document.body;
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  around.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!copied) throw new Error('The browser did not let it be copied: select the text and copy it by hand.');
}
