/** @typedef {{ key: string, html: string, sign?: string }} Row */
/** @typedef {{ hold?: (node: Element) => boolean, onReplace?: (old: Element, fresh: Element) => void }} Options */

/** What each node was drawn from. */
const drawn = new WeakMap();

/**
 * Makes the children of a container what the rows say, and leaves alone every node that has not changed:
 * its focus, its open menu and its typing stay.
 *
 * @param {Element} container
 * @param {readonly Row[]} rows
 * @param {Options} options
 */
export function patchRows(container, rows, options = {}) {
  const wanted = new Set(rows.map(({ key }) => key));
  const old = new Map();
  for (const node of Array.from(container.children)) {
    const key = drawn.get(node)?.key;
    if (wanted.has(key)) old.set(key, node);
    else node.remove();
  }
  let at = container.firstElementChild;
  for (const row of rows) {
    const known = old.get(row.key);
    const replaced = known !== undefined && known === at;
    const node = known === undefined ? draw(row) : redraw(known, row, options);
    if (replaced) at = node;
    if (at === node) at = node.nextElementSibling;
    else container.insertBefore(node, at);
  }
}

/**
 * @param {Row} row
 * @returns {Element}
 */
function draw(row) {
  const template = document.createElement("template");
  template.innerHTML = row.html;
  const node = /** @type {Element} */ (template.content.firstElementChild);
  drawn.set(node, { key: row.key, sign: row.sign ?? row.html });
  return node;
}

/**
 * @param {Element} known
 * @param {Row} row
 * @param {Options} options
 * @returns {Element} the node that now stands there
 */
function redraw(known, row, { hold, onReplace }) {
  if (drawn.get(known).sign === (row.sign ?? row.html) || hold?.(known) === true) return known;
  const fresh = draw(row);
  onReplace?.(known, fresh);
  const refocus = focusIn(known);
  known.replaceWith(fresh);
  refocus(fresh);
  return fresh;
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Remembers which control of a node has the focus, to give it to its successor.
 *
 * @param {Element} node
 * @returns {(fresh: Element) => void}
 */
function focusIn(node) {
  const active = /** @type {any} */ (document.activeElement);
  if (active === null || !node.contains(active)) return () => {};
  const all = [node, ...node.querySelectorAll(FOCUSABLE)];
  const index = all.indexOf(active);
  const { id, selectionStart: start, selectionEnd: end } = active;
  return (fresh) => {
    const twin = id === "" ? null : fresh.querySelector(`#${CSS.escape(id)}`);
    const next = /** @type {any} */ (twin ?? [fresh, ...fresh.querySelectorAll(FOCUSABLE)][index]);
    next?.focus({ preventScroll: true });
    if (typeof start === "number" && "setSelectionRange" in (next ?? {}))
      next.setSelectionRange(start, end);
  };
}
