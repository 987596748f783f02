const TAGS = { "*": "strong", _: "em", "~": "s" };
const PAIR = /(?<![\p{L}\p{N}])([*_~])(?![\s*_~]|$)(.*?[^\s])\1(?![\p{L}\p{N}])/su;

/**
 * `*strong*`, `_emphasis_` and `~struck~` of one line whose text is HTML already; tags never cross.
 *
 * @param {string} html
 * @returns {string}
 */
export function emphasis(html) {
  let done = "";
  let rest = html;
  for (let found = PAIR.exec(rest); found !== null; found = PAIR.exec(rest)) {
    const [whole, sign = "", inner = ""] = found;
    const tag = TAGS[/** @type {"*"} */ (sign)];
    done += `${rest.slice(0, found.index)}<${tag}>${emphasis(inner)}</${tag}>`;
    rest = rest.slice(found.index + whole.length);
  }
  return done + rest;
}
