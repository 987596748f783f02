import { messageText } from "../chat/message-text.js";
import { applyEvent } from "../state/apply-event.js";
import { askState, listen } from "./control.js";
import { byId } from "./element.js";
import { announce, toast } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * Keeps the state in step with the workspace. What is told while the state is on its way is applied after it.
 *
 * @param {App} app
 * @param {() => void} arrived after each whole state
 */
export function follow(app, arrived) {
  /** @type {[string, any][] | undefined} */
  let held;
  listen(app.me, {
    async ready() {
      held = [];
      const refused = { ok: false, text: "The workspace cannot be reached" };
      const state = await askState(app.me).catch(() => refused);
      const missed = held ?? [];
      held = undefined;
      if (state.ok === false) {
        connection(state.text, "lost");
        return;
      }
      app.change(missed.reduce((now, [name, data]) => applyEvent(now, name, data), state));
      arrived();
      connection("Connected", "on");
    },
    lost(refused) {
      connection("Connection lost, trying again…", "lost");
      if (refused) void explain(app.me);
    },
    event(name, data) {
      readOut(app, name, data);
      if (held === undefined) app.change(applyEvent(app.state, name, data));
      else held.push([name, data]);
    },
  });
}

/**
 * Reads out what others say; edits are silent.
 *
 * @param {App} app
 * @param {string} name
 * @param {any} data
 */
function readOut(app, name, data) {
  if (!["message", "ephemeral"].includes(name) || data.message.user === app.me) return;
  const who = app.persons.get(data.message.user)?.realName ?? data.message.user;
  announce(`${who}: ${messageText(data.message.text, app.viewer)}`);
}

/**
 * Says why the workspace tells this person nothing: most likely there is no such person.
 *
 * @param {string} me
 */
async function explain(me) {
  const state = await askState(me).catch(() => ({}));
  if (state.error !== "not-found") return;
  const line = byId("empty");
  line.hidden = false;
  line.textContent = `Nobody here has the id ${me}. The address of the page says who you are: /?as=U0ANNA`;
}

/**
 * @param {string} text
 * @param {"on" | "lost"} is
 */
function connection(text, is) {
  const line = byId("connection");
  if (line.dataset.is === "on" && is === "lost") toast(text);
  line.textContent = text;
  line.dataset.is = is;
}
