import { unmark } from "../markup/unmark.js";

/** @import { Viewer } from "../markup/viewer.js" */

/**
 * Slack's markup as the words a person would type and hear: names for ids, addresses bare.
 *
 * @param {string} text
 * @param {Viewer} viewer
 * @returns {string} plain text, not HTML
 */
export const messageText = (text, viewer) =>
  unmark(
    text.replace(
      /<([^<>|]+)(?:\|([^<>]*))?>/g,
      (_whole, /** @type {string} */ head, /** @type {string | undefined} */ label) => {
        if (head.startsWith("@"))
          return `@${viewer.people.get(head.slice(1)) ?? label ?? head.slice(1)}`;
        if (head.startsWith("#"))
          return `#${viewer.channels.get(head.slice(1)) ?? label ?? head.slice(1)}`;
        if (head.startsWith("!")) return label ?? `@${head.slice(1)}`;
        return label ?? head.replace(/^mailto:/, "");
      },
    ),
  );
