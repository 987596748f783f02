/** @import { Viewer } from "./viewer.js" */

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const FORMATS = {
  date: { day: "numeric", month: "long", year: "numeric" },
  date_num: { day: "2-digit", month: "2-digit", year: "numeric" },
  date_slash: { day: "2-digit", month: "2-digit", year: "numeric" },
  date_short: { day: "numeric", month: "short", year: "numeric" },
  date_long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
};
const DAY_MS = 86_400_000;

/**
 * A Slack date format such as `{date_short_pretty} {time}`, filled in for the viewer's zone and language.
 *
 * @param {number} seconds since 1970
 * @param {string} format
 * @param {Viewer} viewer
 * @returns {string | undefined} plain text; undefined where a token is not known
 */
export function slackDate(seconds, format, viewer) {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return undefined;
  const at = seconds * 1000;
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (_whole, token) => {
    const filled = fill(token, at, viewer);
    known &&= filled !== undefined;
    return filled ?? "";
  });
  return known ? text : undefined;
}

/**
 * @param {string} token
 * @param {number} at
 * @param {Viewer} viewer
 * @returns {string | undefined}
 */
function fill(token, at, viewer) {
  if (token === "ago") return ago(at, viewer);
  if (token === "date_num") return isoDay(at, viewer.zone);
  const pretty = token.endsWith("_pretty");
  const name = pretty ? token.slice(0, -"_pretty".length) : token;
  const options = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (options === undefined) return undefined;
  const near = pretty ? nearDay(at, viewer) : undefined;
  return (
    near ?? new Intl.DateTimeFormat(viewer.locale, { ...options, timeZone: viewer.zone }).format(at)
  );
}

/**
 * The calendar day in a zone, `yyyy-MM-dd`.
 *
 * @param {number} at milliseconds
 * @param {string} zone
 * @returns {string}
 */
export const isoDay = (at, zone) =>
  new Intl.DateTimeFormat("en-CA", { ...FORMATS["date_num"], timeZone: zone }).format(at);

/**
 * "today", "yesterday" or "tomorrow" in the viewer's language, if it is one of them.
 *
 * @param {number} at
 * @param {Viewer} viewer
 * @returns {string | undefined}
 */
export function nearDay(at, viewer) {
  const day = (/** @type {number} */ ms) => Date.parse(isoDay(ms, viewer.zone));
  const days = Math.round((day(at) - day(viewer.now)) / DAY_MS);
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(viewer.locale, { numeric: "auto" }).format(days, "day");
}

/**
 * @param {number} at
 * @param {Viewer} viewer
 * @returns {string}
 */
function ago(at, viewer) {
  const words = new Intl.RelativeTimeFormat(viewer.locale, { numeric: "auto" });
  const minutes = Math.round((at - viewer.now) / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48
    ? words.format(hours, "hour")
    : words.format(Math.round(hours / 24), "day");
}
