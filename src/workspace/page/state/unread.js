/**
 * Up to where a channel counts as read when nobody remembers: the workspace says how many are new.
 *
 * @param {readonly any[]} messages oldest first
 * @param {number} unread
 * @param {string} me
 * @returns {string} a message id, or empty
 */
export function readFrom(messages, unread, me) {
  const others = messages.filter(({ user }) => user !== me);
  const firstNew = unread > 0 ? others.at(-Math.min(unread, others.length)) : undefined;
  const before = firstNew === undefined ? messages : messages.filter(({ ts }) => ts < firstNew.ts);
  return before.at(-1)?.ts ?? "";
}

/**
 * How many messages of others came after the last one read.
 *
 * @param {readonly any[]} messages
 * @param {string} readUpTo
 * @param {string} me
 * @returns {number}
 */
export const unreadCount = (messages, readUpTo, me) =>
  messages.filter(({ ts, user }) => ts > readUpTo && user !== me).length;
