const TAGS = { "*": "strong", _: "em", "~": "s" };
const PAIR = /(?<![\p{L}\p{N}])([*_~])(?![\s*_~]|$)(.*?[^\s])\1(?![\p{L}\p{N}])/su;

/**
 * `*strong*`, `_emphasis_` and `~struck~` of one line whose text is HTML already; tags never cross.
 *
 * @param {string} html
 * @returns {string}
 */
export function emphasis(html) {
  const found = PAIR.exec(html);
  if (found === null) return html;
  const [whole, sign = "", inner = ""] = found;
  const tag = TAGS[/** @type {"*"} */ (sign)];
  const after = html.slice(found.index + whole.length);
  return `${html.slice(0, found.index)}<${tag}>${emphasis(inner)}</${tag}>${emphasis(after)}`;
}
