import { conversation, rootsOf, threadOf } from "../chat/conversation.js";
import { viewRows } from "../chat/modal.js";
import { byId } from "./element.js";
import { keepTyping } from "./fields.js";
import { patchRows } from "./patch-rows.js";

/** @import { App } from "../state/app.js" */

const NEAR_PX = 80;

/**
 * Draws messages into a list that scrolls; who was at its end stays at its end.
 *
 * @param {App} app
 * @param {{ list: any, scroller: any, messages: readonly any[], inThread: boolean, toEnd: boolean }} what
 * @returns {boolean} whether something new lies below what is seen
 */
function drawMessages(app, { list, scroller, messages, inThread, toEnd }) {
  const atEnd =
    toEnd || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
  const last = list.lastElementChild;
  const rows = conversation(messages, {
    viewer: app.viewer,
    persons: app.persons,
    shortcuts: app.state.shortcuts.filter((/** @type {any} */ one) => one.type === "message"),
    inThread,
    readUpTo: inThread ? undefined : app.readUpTo,
    editingTs: app.editing?.ts,
  });
  patchRows(list, rows, {
    onReplace: keepTyping,
    hold: (node) => node.querySelector(".editor") !== null,
  });
  roving(list);
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  return !atEnd && list.lastElementChild !== last;
}

/**
 * One message of a list is a stop of the Tab key: the focused one, else the last.
 *
 * @param {Element} list
 */
function roving(list) {
  const all = /** @type {any[]} */ ([...list.querySelectorAll(".message")]);
  const focused = all.find((node) => node.contains(document.activeElement)) ?? all.at(-1);
  for (const node of all) node.tabIndex = node === focused ? 0 : -1;
}

/** Arrow keys move from message to message. */
export function startRoving() {
  document.addEventListener("keydown", (event) => {
    const node = /** @type {any} */ (event.target);
    if (!node.matches?.(".message") || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const all = /** @type {any[]} */ ([...node.parentElement.querySelectorAll(".message")]);
    const next = all[all.indexOf(node) + (event.key === "ArrowUp" ? -1 : 1)];
    event.preventDefault();
    next?.focus();
    for (const one of all) one.tabIndex = one === (next ?? node) ? 0 : -1;
  });
}

/**
 * @param {App} app
 * @param {boolean} toEnd
 */
export function drawChannel(app, toEnd) {
  const { here, state } = app;
  const isHome = here.channel === "home";
  byId("messages").hidden = isHome;
  byId("under").hidden = isHome;
  byId("home").hidden = !isHome;
  if (isHome) return drawHome(app);
  const messages = rootsOf(state.messages[here.channel] ?? []);
  byId("empty").hidden = messages.length > 0;
  byId("empty").textContent = "Nothing has been said here yet.";
  const below = drawMessages(app, {
    list: byId("messages"),
    scroller: byId("scroller"),
    messages,
    inThread: false,
    toEnd,
  });
  if (below) byId("jump").hidden = false;
}

/** @param {App} app */
function drawHome(app) {
  const { home } = app.state;
  const box = byId("home");
  byId("empty").hidden = home !== null;
  byId("empty").textContent = `${app.state.app.name} has not shown a Home yet.`;
  if (home !== null) box.dataset.view = home.id;
  patchRows(box, home === null ? [] : viewRows(home, app.viewer), { onReplace: keepTyping });
}

/**
 * @param {App} app
 * @param {boolean} toEnd
 */
export function drawThread(app, toEnd) {
  const { thread, channel } = app.here;
  byId("thread").hidden = thread === undefined;
  byId("app").classList.toggle("with-thread", thread !== undefined);
  if (thread === undefined) return;
  const messages = threadOf(app.state.messages[channel] ?? [], thread);
  drawMessages(app, {
    list: byId("thread-messages"),
    scroller: byId("thread-scroller"),
    messages,
    inThread: true,
    toEnd,
  });
}

/** Shows the end of the channel when the button asks for it or the person scrolls there. */
export function startJump() {
  const scroller = byId("scroller");
  const jump = byId("jump");
  jump.addEventListener("click", () => {
    scroller.scrollTop = scroller.scrollHeight;
    jump.hidden = true;
  });
  scroller.addEventListener("scroll", () => {
    if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX)
      jump.hidden = true;
  });
}
