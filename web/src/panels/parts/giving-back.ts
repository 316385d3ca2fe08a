/** The keyboard goes back to where it was before something lay over it. */

/** Focus an element again, and once more when the page has settled, if the keyboard was left nowhere. */
export function giveBack(before: Element | null): void {
  const give = (): void => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  give();
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) give();
  });
}
