const OPENS = new Set(["http:", "https:", "mailto:"]);

/**
 * The address, if a browser may open it: http, https or mailto, with no credentials in it.
 *
 * @param {unknown} address
 * @returns {string | undefined}
 */
export function safeLink(address) {
  if (typeof address !== "string" || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const bare = url.username === "" && url.password === "";
  return OPENS.has(url.protocol) && bare ? url.href : undefined;
}
