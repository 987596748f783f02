/** @import { Viewer } from "./viewer.js" */
import { nearDay } from "./slack-date.js";

/**
 * Milliseconds of a message id such as `1700000000.000123`.
 *
 * @param {string} ts
 * @returns {number}
 */
export const instantOf = (ts) => Math.floor(Number(ts) * 1000);

/**
 * Hour and minute in the viewer's zone: `14:30`.
 *
 * @param {number} at
 * @param {Viewer} viewer
 * @returns {string}
 */
export const clockWords = (at, viewer) =>
  new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: viewer.zone,
  }).format(at);

/**
 * Day, hour and minute with the zone, for the tooltip of a time.
 *
 * @param {number} at
 * @param {Viewer} viewer
 * @returns {string}
 */
export const fullClockWords = (at, viewer) =>
  `${new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium", timeZone: viewer.zone }).format(at)} ${viewer.zone}`;

/**
 * Heading of a day in a conversation: "Today", "Yesterday" or the weekday with its date.
 *
 * @param {number} at
 * @param {Viewer} viewer
 * @returns {string}
 */
export function dayWords(at, viewer) {
  const near = nearDay(at, { ...viewer, locale: "en-GB" });
  if (near !== undefined) return near.charAt(0).toUpperCase() + near.slice(1);
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: viewer.zone }).format(at);
}
