import { avatar } from "../chat/avatar.js";
import { channelList } from "../chat/channel-list.js";
import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";
import { byId } from "./element.js";
import { patchRows } from "./patch-rows.js";

/** @import { App } from "../state/app.js" */

/**
 * Draws what stands around the conversation: persona, places, titles, shortcuts, prompts.
 *
 * @param {App} app
 * @param {ReadonlyMap<string, number>} unread
 */
export function drawFrame(app, unread) {
  const { state, here } = app;
  const channel = state.channels.find((/** @type {any} */ one) => one.id === here.channel);
  const title = titleOf(app, channel);
  const sum = [...unread.values()].reduce((all, one) => all + one, 0);
  document.title = `${sum > 0 ? `(${sum}) ` : ""}${title} · ${state.me.realName}`;
  byId("title").textContent = title;
  byId("subtitle").textContent = subtitleOf(app, channel);
  byId("thread-subtitle").textContent = title;
  drawPersona(state);
  patchRows(
    byId("places"),
    channelList({ channels: state.channels, appName: state.app.name, here: here.channel, unread }),
  );
  drawShortcuts(state);
  drawAssistant(app, channel);
}

/**
 * @param {App} app
 * @param {any} channel
 */
function titleOf({ state, here }, channel) {
  if (here.channel === "home") return "Home";
  if (channel === undefined) return "Unknown place";
  return channel.kind === "im" ? state.app.name : `#${channel.name}`;
}

/**
 * @param {App} app
 * @param {any} channel
 */
function subtitleOf({ state, here }, channel) {
  if (here.channel === "home") return `What ${state.app.name} shows you`;
  if (channel === undefined) return "You are not a member here, or it does not exist";
  if (channel.kind === "im") return "Direct message · app";
  const members = `${channel.members.length} members`;
  const marks = [
    channel.kind === "private" && "private",
    channel.shared && "shared",
    channel.archived && "archived",
  ];
  return [members, ...marks.filter(Boolean)].join(" · ");
}

/** @param {any} state */
function drawPersona(state) {
  const people = state.people.filter(({ kind }) => kind !== "bot");
  patchRows(
    byId("persona"),
    people.map((/** @type {any} */ one) => {
      const about = one.kind === "member" ? "" : ` (${one.kind})`;
      const own = attributes({ value: one.id, selected: one.id === state.me.id });
      return { key: one.id, html: `<option${own}>${escapeHtml(one.realName + about)}</option>` };
    }),
  );
  byId("persona").value = state.me.id;
  patchRows(byId("persona-avatar"), [{ key: "avatar", html: avatar(state.me) }]);
  const other = people.find(({ id, kind }) => id !== state.me.id && kind === "member");
  byId("second-tab").href = `/?as=${encodeURIComponent(other?.id ?? state.me.id)}`;
}

/** @param {any} state */
function drawShortcuts(state) {
  const global = state.shortcuts.filter(({ type }) => type === "global");
  byId("shortcuts").hidden = global.length === 0;
  patchRows(
    byId("shortcut-list"),
    global.map((/** @type {any} */ one) => {
      const own = attributes({ class: "menu-item", "data-callback": one.callback_id });
      const about =
        one.description === undefined ? "" : `<small>${escapeHtml(one.description)}</small>`;
      return {
        key: one.callback_id,
        html: `<button type="button"${own}>${escapeHtml(one.name)}${about}</button>`,
      };
    }),
  );
}

/**
 * @param {App} app
 * @param {any} channel
 */
function drawAssistant({ state, here }, channel) {
  const prompts = channel?.kind === "im" ? state.prompts : [];
  patchRows(
    byId("prompts"),
    prompts.map((/** @type {any} */ { title, message }) => ({
      key: title,
      html: `<button type="button" class="button"${attributes({ "data-say": message, title: message })}>${escapeHtml(title)}</button>`,
    })),
  );
  byId("prompts").hidden = prompts.length === 0;
  const status = (/** @type {(place: string) => boolean} */ fits) => {
    const text = Object.entries(state.statuses).find(([place]) => fits(place))?.[1] ?? "";
    return text === "" ? "" : `${state.app.name} ${text}`;
  };
  byId("thinking").textContent = status((place) => place.split(":")[0] === here.channel);
  byId("thread-thinking").textContent = status(
    (place) => place === `${here.channel}:${here.thread}`,
  );
}
