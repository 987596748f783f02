import { viewer } from "../markup/viewer.js";

/** @import { Viewer } from "../markup/viewer.js" */

/**
 * Who looks at a state, in their own zone and language; a person without a zone has the browser's.
 *
 * @param {any} state
 * @param {number} [sinceMs] how long ago the workspace told its time
 * @returns {Viewer}
 */
export const viewerOf = (state, sinceMs = 0) =>
  viewer({
    me: state.me.id,
    zone: state.me.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: state.me.locale ?? "en-GB",
    now: state.now + sinceMs,
    people: new Map(state.people.map((/** @type {any} */ one) => [one.id, one.name])),
    channels: new Map(
      state.channels
        .filter((/** @type {any} */ one) => one.kind !== "im")
        .map((/** @type {any} */ one) => [one.id, one.name]),
    ),
    groups: new Map(state.groups.map((/** @type {any} */ one) => [one.id, one.handle])),
  });
