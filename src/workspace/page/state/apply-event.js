const JOURNAL_LENGTH = 200;

/**
 * The state of the page after something the workspace has told. Unknown events change nothing.
 *
 * @param {any} state
 * @param {string} name of the event
 * @param {any} data
 * @returns {any}
 */
export function applyEvent(state, name, data) {
  switch (name) {
    case "message":
    case "update":
    case "ephemeral":
      return withMessages(state, data.message.channel, (all) => upsert(all, data.message));
    case "delete":
      return withMessages(state, data.channel, (all) => all.filter(({ ts }) => ts !== data.ts));
    case "journal":
      return { ...state, journal: [...state.journal, data.entry].slice(-JOURNAL_LENGTH) };
    case "modal":
    case "home":
    case "status":
    case "assistant":
    case "places":
      return { ...state, ...data };
    default:
      return state;
  }
}

/**
 * @param {any} state
 * @param {string} channel
 * @param {(all: readonly any[]) => readonly any[]} change
 * @returns {any}
 */
const withMessages = (state, channel, change) => ({
  ...state,
  messages: { ...state.messages, [channel]: change(state.messages[channel] ?? []) },
});

/**
 * @param {readonly any[]} all oldest first
 * @param {any} message
 * @returns {readonly any[]}
 */
const upsert = (all, message) =>
  [...all.filter(({ ts }) => ts !== message.ts), message].toSorted(
    (a, b) => Number(a.ts > b.ts) - Number(a.ts < b.ts),
  );
