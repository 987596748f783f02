/**
 * A list of options under a field that keeps the focus: arrows move, Enter or Tab choose, Escape closes.
 *
 * @template T
 * @param {any} field
 * @param {any} list
 * @param {(chosen: T) => void} choose
 */
export function listbox(field, list, choose) {
  /** @type {readonly { words: string, about?: string, group?: string, of: T }[]} */
  let options = [];
  let active = -1;

  const mark = (/** @type {number} */ index) => {
    active = index;
    const nodes = [...list.querySelectorAll("[role=option]")];
    for (const [at, node] of nodes.entries())
      node.setAttribute("aria-selected", String(at === active));
    nodes[active]?.scrollIntoView({ block: "nearest" });
    if (nodes[active] === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", nodes[active].id);
  };
  const close = () => {
    options = [];
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (/** @type {typeof options} */ offered, first = 0) => {
    options = offered;
    list.replaceChildren(...optionNodes(list.id, offered));
    list.hidden = offered.length === 0;
    field.setAttribute("aria-expanded", String(offered.length > 0));
    mark(offered.length === 0 ? -1 : first);
  };
  const take = (/** @type {number} */ index) => {
    const option = options[index];
    close();
    if (option !== undefined) choose(option.of);
  };
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (list.hidden || event.isComposing) return false;
    if (event.key in steps) {
      const step = steps[/** @type {"ArrowUp"} */ (event.key)];
      mark((active + step + options.length) % options.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) take(active);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  list.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault());
  list.addEventListener("click", (/** @type {any} */ event) => {
    const node = event.target.closest("[role=option]");
    if (node !== null) take([...list.querySelectorAll("[role=option]")].indexOf(node));
  });
  return { open, close, onKey, isOpen: () => !list.hidden };
}

/**
 * @param {string} id
 * @param {readonly { words: string, about?: string, group?: string }[]} offered
 * @returns {readonly Element[]}
 */
function optionNodes(id, offered) {
  /** @type {Element[]} */
  const nodes = [];
  let group;
  for (const [index, { words, about = "", group: own }] of offered.entries()) {
    if (own !== undefined && own !== group) nodes.push(span("option-group", own));
    group = own;
    const node = span("option", words);
    node.id = `${id}--${index}`;
    node.setAttribute("role", "option");
    if (about !== "") node.append(" ", span("option-about", about));
    nodes.push(node);
  }
  return nodes;
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {HTMLElement}
 */
function span(name, text) {
  const node = document.createElement("span");
  node.className = name;
  node.textContent = text;
  return node;
}
