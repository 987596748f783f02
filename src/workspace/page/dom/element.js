/**
 * An element that page.html is known to have.
 *
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`Cannot find #${id}: expected it in page.html`);
  return element;
}

/**
 * The dialog on top, or the page.
 *
 * @returns {Element}
 */
export const topLayer = () =>
  [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
