/**
 * Gives an element the focus, also where it stands in a popover or a dialog that is yet to open: what is hidden cannot
 * have the focus, and the browser looks for this attribute when it opens one.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  element?.setAttribute('autofocus', '');
  element?.focus();
}
