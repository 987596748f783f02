import { searchEmoji } from "../markup/emoji.js";

/** @typedef {{ insert: string, words: string, about: string }} Offer */
/** @typedef {{ from: number, offers: readonly Offer[] }} Completion */

const MOST = 8;

/**
 * What may complete the word before the caret: commands at the start, people after `@`, channels after `#`, emoji after `:`.
 * A word that is complete already is left alone, so that Enter sends it.
 *
 * @param {string} text up to the caret
 * @param {{ commands: readonly any[], people: readonly any[], channels: readonly any[] }} known
 * @returns {Completion | undefined}
 */
export function completion(text, known) {
  const found = /(^\/|(?<=^|[\s(])[@#:])([\p{L}\p{N}_+.-]*)$/u.exec(text);
  if (found === null) return undefined;
  const [whole, sign = "", typed = ""] = found;
  const offers = offersFor(sign, typed.toLowerCase(), known).slice(0, MOST);
  const done = offers.some((offer) => offer.insert.trim() === whole);
  return offers.length === 0 || done ? undefined : { from: found.index, offers };
}

/**
 * @param {string} sign
 * @param {string} typed
 * @param {{ commands: readonly any[], people: readonly any[], channels: readonly any[] }} known
 * @returns {readonly Offer[]}
 */
function offersFor(sign, typed, { commands, people, channels }) {
  switch (sign) {
    case "/":
      return commands
        .filter(({ command }) => command.slice(1).startsWith(typed))
        .map(({ command, usage_hint, description }) => ({
          insert: `${command} `,
          words: [command, usage_hint].filter(Boolean).join(" "),
          about: description ?? "",
        }));
    case "@":
      return people
        .filter(
          ({ name, realName, kind }) =>
            kind !== "deactivated" && `${name} ${realName}`.toLowerCase().includes(typed),
        )
        .map(({ name, realName }) => ({ insert: `@${name} `, words: `@${name}`, about: realName }));
    case "#":
      return channels
        .filter(({ name, kind }) => kind !== "im" && name.includes(typed))
        .map(({ name }) => ({ insert: `#${name} `, words: `#${name}`, about: "" }));
    default:
      return typed.length < 2
        ? []
        : searchEmoji(typed, MOST).map(([name, emoji]) => ({
            insert: `:${name}: `,
            words: `${emoji} :${name}:`,
            about: "",
          }));
  }
}
