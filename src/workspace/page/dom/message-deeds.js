import { messageText } from "../chat/message-text.js";
import { ask } from "./control.js";
import { confirmed } from "./confirm.js";
import { startEditing } from "./editing.js";
import { toast, told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * What the buttons beside a message do.
 *
 * @param {App} app
 */
export function startMessageDeeds(app) {
  document.addEventListener("click", (event) => {
    const button = /** @type {any} */ (event.target).closest?.("[data-do]");
    const node = button?.closest("[data-ts]");
    if (node === null || node === undefined) return;
    const { channel, ts } = node.dataset;
    const message = app.state.messages[channel]?.find((/** @type {any} */ one) => one.ts === ts);
    if (message !== undefined) void deeds[button.dataset.do]?.(app, message, button.dataset);
  });
}

/** @type {Record<string, (app: App, message: any, data: any) => unknown>} */
const deeds = {
  async react(app, { channel, ts }, { name }) {
    told(await ask("react", { as: app.me, channel, ts, name }));
  },
  thread(app, { channel, ts, thread }) {
    app.go({ channel, thread: thread ?? ts });
  },
  edit: startEditing,
  async delete(app, { channel, ts, text }) {
    const question = {
      title: { text: "Delete this message?" },
      text: { type: "plain_text", text: messageText(text, app.viewer).slice(0, 300) },
      confirm: { text: "Delete" },
      style: "danger",
    };
    if (await confirmed(question, app.viewer))
      told(await ask("delete", { as: app.me, channel, ts }));
  },
  async shortcut(app, { channel, ts }, { callback }) {
    told(await ask("shortcut", { as: app.me, callback, message: { channel, ts } }));
  },
  async copy(app, { text }) {
    await navigator.clipboard.writeText(messageText(text, app.viewer));
    toast("Copied", "status");
  },
};
