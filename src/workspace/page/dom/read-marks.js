import { readFrom, unreadCount } from "../state/unread.js";

const messagesOf = (/** @type {any} */ state, /** @type {string} */ channel) =>
  state.messages[channel] ?? [];

/**
 * Remembers, in this browser, up to where a person has read each channel.
 *
 * @param {string} me
 */
export function readMarks(me) {
  const key = `workspace.read.${me}`;
  /** @type {Map<string, string>} */
  const marks = new Map(Object.entries(JSON.parse(localStorage.getItem(key) ?? "{}")));

  const markOf = (/** @type {string} */ channel, /** @type {any} */ state) => {
    const messages = messagesOf(state, channel);
    const last = messages.at(-1)?.ts ?? "";
    const known = marks.get(channel);
    if (known !== undefined && known <= last) return known;
    const { unread = 0 } =
      state.channels.find((/** @type {any} */ one) => one.id === channel) ?? {};
    marks.set(channel, readFrom(messages, unread, me));
    return marks.get(channel) ?? "";
  };
  return {
    /** Up to where a channel has been read. */
    upTo: markOf,
    /** The open channel is read as far as it goes, if somebody looks. */
    read(/** @type {string} */ channel, /** @type {any} */ state) {
      const last = messagesOf(state, channel).at(-1)?.ts;
      if (last === undefined || document.visibilityState === "hidden") return;
      marks.set(channel, last);
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(marks)));
    },
    /** Unread messages by channel. */
    unread: (/** @type {any} */ state) =>
      new Map(
        state.channels.map((/** @type {any} */ { id }) => [
          id,
          unreadCount(messagesOf(state, id), markOf(id, state), me),
        ]),
      ),
  };
}
