import { journalRow } from "../chat/journal.js";
import { BLOWS, FAULTS } from "../chat/fault-choices.js";
import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";
import { ask } from "./control.js";
import { byId } from "./element.js";
import { openSidebar } from "./sidebar.js";
import { patchRows } from "./patch-rows.js";
import { toast, told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * The drawer: connection, clock, faults and the journal.
 *
 * @param {App} app
 */
export function startDrawer(app) {
  const toggle = byId("drawer-toggle");
  const show = (/** @type {boolean} */ open) => {
    byId("drawer").hidden = !open;
    byId("app").classList.toggle("with-drawer", open);
    toggle.setAttribute("aria-expanded", String(open));
    app.drawNow();
  };
  toggle.addEventListener("click", () => {
    openSidebar(false);
    show(byId("drawer").hidden);
    if (!byId("drawer").hidden) byId("drawer-close").focus();
  });
  byId("drawer-close").addEventListener("click", () => {
    show(false);
    toggle.focus();
  });
  byId("journal-filter").addEventListener("input", () => app.drawNow());
  byId("clock").addEventListener("click", async (/** @type {any} */ event) => {
    const { advance } = event.target.closest("button")?.dataset ?? {};
    if (advance !== undefined) told(await ask("clock", { advanceMs: Number(advance) }));
  });
  startFaults();
}

/**
 * @param {readonly { group: string, words: string }[]} choices
 * @returns {string}
 */
function grouped(choices) {
  const groups = new Set(choices.map(({ group }) => group));
  const own = (/** @type {string} */ group) =>
    choices.map((one, index) =>
      one.group === group ? `<option value="${index}">${escapeHtml(one.words)}</option>` : "",
    );
  return Array.from(
    groups,
    (group) => `<optgroup${attributes({ label: group })}>${own(group).join("")}</optgroup>`,
  ).join("");
}

function startFaults() {
  byId("fault-kind").innerHTML = grouped(FAULTS);
  byId("blow").innerHTML = grouped(BLOWS);
  byId("fault-form").addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    const choice = FAULTS[Number(byId("fault-kind").value)];
    if (choice === undefined) return;
    const arm = choice.fault(
      byId("fault-of").value.trim() || "*",
      Number(byId("fault-times").value),
    );
    if (told(await ask("fault", { arm }))) toast(`Armed: ${choice.words}`, "status");
  });
  byId("blow-form").addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    const choice = BLOWS[Number(byId("blow").value)];
    if (choice === undefined) return;
    const answer = await ask("fault", choice.body(byId("blow-of").value));
    const status = answer.status === undefined ? "" : `: the app answered ${answer.status}`;
    if (told(answer)) toast(`${choice.words}${status}`, "status");
  });
  byId("armed").addEventListener("click", async (/** @type {any} */ event) => {
    const { clear } = event.target.closest("button")?.dataset ?? {};
    if (clear !== undefined) told(await ask("fault", { clear }));
  });
}

/**
 * @param {App} app
 */
export function drawDrawer(app) {
  if (byId("drawer").hidden) return;
  const { state, viewer } = app;
  const clock = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: viewer.zone,
  }).format(viewer.now);
  patchRows(byId("facts"), [
    fact("Transport", state.transport === "http" ? "HTTP, signed" : "Socket Mode"),
    fact("Open sockets", String(state.sockets)),
    fact("Clock", `${clock} ${viewer.zone}`),
  ]);
  patchRows(byId("armed"), armedRows(state.faults));
  patchRows(byId("fault-names"), names(state.journal));
  patchRows(byId("blow-of"), targets(state));
  const wanted = byId("journal-filter").value.trim().toLowerCase();
  const shown = state.journal.filter((/** @type {any} */ entry) =>
    `${entry.kind} ${entry.name} ${viewer.people.get(entry.user) ?? ""}`
      .toLowerCase()
      .includes(wanted),
  );
  patchRows(
    byId("journal"),
    shown.toReversed().map((/** @type {any} */ entry) => ({
      key: String(entry.n),
      html: journalRow(entry, viewer),
    })),
  );
}

/**
 * @param {string} name
 * @param {string} value
 */
const fact = (name, value) => ({
  key: name,
  html: `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
});

/** @param {readonly any[]} faults */
function armedRows(faults) {
  const rows = faults.map((fault) => {
    const { id, left, at, times: _times, ...rest } = fault;
    const words = `${at}: ${Object.values(rest)
      .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
      .join(", ")}`;
    const often = left > 0 ? ` · ${Number(left)} left` : "";
    return {
      key: id,
      html: `<p class="armed-one"><span>${escapeHtml(words)}${often}</span><button type="button" class="button"${attributes({ "data-clear": id })}>Clear</button></p>`,
    };
  });
  const all = {
    key: "*",
    html: `<button type="button" class="button" data-clear="*">Clear all faults</button>`,
  };
  return rows.length === 0
    ? [{ key: "none", html: `<p class="hint">No fault is armed.</p>` }]
    : [...rows, all];
}

/** @param {readonly any[]} journal */
const names = (journal) =>
  [
    ...new Set([
      "*",
      "chat.postMessage",
      "chat.update",
      "views.open",
      "views.update",
      "apps.connections.open",
      "message",
      "app_mention",
      "block_actions",
      "view_submission",
      ...journal.map(({ name }) => name),
    ]),
  ].map((name) => ({ key: name, html: `<option${attributes({ value: name })}></option>` }));

/** @param {any} state */
const targets = (state) =>
  [...state.channels, ...state.people].map(({ id, name }) => ({
    key: id,
    html: `<option${attributes({ value: id })}>${escapeHtml(`${name} (${id})`)}</option>`,
  }));
