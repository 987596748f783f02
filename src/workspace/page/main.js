import { act, suggest } from "./dom/act.js";
import { startBlockActions } from "./dom/block-actions.js";
import { startComboboxes } from "./dom/combobox.js";
import { composers } from "./dom/composers.js";
import { ask } from "./dom/control.js";
import { drawChannel, drawThread, startJump, startRoving } from "./dom/draw-conversation.js";
import { drawFrame } from "./dom/draw-frame.js";
import { drawDrawer, startDrawer } from "./dom/drawer.js";
import { follow } from "./dom/follow.js";
import { startMenus } from "./dom/menus.js";
import { startMessageDeeds } from "./dom/message-deeds.js";
import { drawModals } from "./dom/modals.js";
import { startNavigation } from "./dom/navigation.js";
import { readMarks } from "./dom/read-marks.js";
import { toast, told } from "./dom/toast.js";
import { EMPTY_STATE } from "./state/app.js";
import { hashOf, placeOf } from "./state/place-of.js";
import { viewerOf } from "./state/viewer-of.js";

const me = new URLSearchParams(location.search).get("as") ?? "U0ANNA";
const marks = readMarks(me);
let toEnd = true;
let drawing = false;
let toldTimeAt = Date.now();

/** @type {import("./state/app.js").App} */
const app = {
  me,
  state: EMPTY_STATE,
  viewer: viewerOf(EMPTY_STATE),
  here: placeOf(location.hash),
  editing: undefined,
  persons: new Map(),
  readUpTo: undefined,
  change(state) {
    if (state.now !== app.state.now) toldTimeAt = Date.now();
    app.state = state;
    app.viewer = viewerOf(state, Date.now() - toldTimeAt);
    app.persons = new Map(state.people.map((/** @type {any} */ one) => [one.id, one]));
    app.draw();
  },
  draw() {
    if (drawing) return;
    drawing = true;
    setTimeout(app.drawNow, 0);
  },
  drawNow() {
    drawing = false;
    if (app.state === EMPTY_STATE) return;
    marks.read(app.here.channel, app.state);
    drawFrame(app, marks.unread(app.state));
    drawChannel(app, toEnd);
    drawThread(app, toEnd);
    write.draw();
    drawModals(app, write.focus);
    drawDrawer(app);
    toEnd = false;
  },
  go(here) {
    if (hashOf(here) !== location.hash) location.hash = hashOf(here);
  },
};

const scrollToEnd = () => {
  toEnd = true;
};
const write = composers(app, () => {
  scrollToEnd();
  app.readUpTo = undefined;
});

/** The person comes to a channel, to the direct conversation or to Home; of the last two the app is told. */
async function arrive() {
  const { channel } = app.here;
  app.readUpTo =
    marks.unread(app.state).get(channel) > 0 ? marks.upTo(channel, app.state) : undefined;
  const direct = app.state.channels.some(({ id, kind }) => id === channel && kind === "im");
  if (channel === "home") told(await ask("home", { as: me, tab: "home" }));
  else if (direct) told(await ask("home", { as: me, tab: "messages" }));
}

startNavigation(app, {
  moved(before) {
    scrollToEnd();
    if (before.channel !== app.here.channel) void arrive();
  },
  focus: write.focus,
});
startMenus();
startRoving();
startJump();
startMessageDeeds(app);
startBlockActions({ act: (control, value) => void act(app, control, value) });
startComboboxes({
  suggest: (field, typed) => suggest(app, field, typed),
  chosen(field) {
    if (field.dataset.dispatch !== undefined) void act(app, field, field.dataset.value || null);
  },
  failed: (text) => toast(text),
});
startDrawer(app);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) app.readUpTo ??= marks.upTo(app.here.channel, app.state);
  else app.draw();
});

let first = true;
follow(app, () => {
  const { channels } = app.state;
  if (app.here.channel === "") app.go({ channel: channels[0]?.id ?? "home" });
  else if (first) void arrive();
  first = false;
});
