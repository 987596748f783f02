import { composer } from "./composer.js";
import { startEditing } from "./editing.js";

/** @import { App } from "../state/app.js" */

/**
 * The two fields to write in: of the channel and of the thread.
 *
 * @param {App} app
 * @param {() => void} sent
 */
export function composers(app, sent) {
  const editLast = (/** @type {string | undefined} */ thread) => {
    const all = app.state.messages[app.here.channel] ?? [];
    const mine = all.filter(
      (/** @type {any} */ one) => one.user === app.me && !one.ephemeral && one.thread === thread,
    );
    if (mine.length > 0) startEditing(app, mine.at(-1));
  };
  const write = composer(app, "composer", {
    place: () => ({ channel: app.here.channel }),
    sent,
    editLast: () => editLast(undefined),
  });
  const reply = composer(app, "thread-composer", {
    place: () => ({ ...app.here }),
    sent,
    editLast: () => editLast(app.here.thread),
  });
  return {
    focus: write.focus,
    draw() {
      const { channel, thread } = app.here;
      const found = app.state.channels.find((/** @type {any} */ one) => one.id === channel);
      const name = found?.kind === "im" ? app.state.app.name : `#${found?.name ?? "?"}`;
      const closed = found === undefined || found.archived;
      write.at(channel, closed ? `${name} is closed` : `Message ${name}`, closed);
      if (thread !== undefined) reply.at(`${channel}/${thread}`, "Reply in thread", closed);
    },
  };
}
