import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";

/** @typedef {import("./conversation.js").Row} Row */

const SIGNS = { public: "#", private: "🔒", im: "●" };

/**
 * The list of places: Home of the app, channels, the direct conversation.
 *
 * @param {{ channels: readonly any[], appName: string, here: string, unread: ReadonlyMap<string, number> }} shown
 * @returns {readonly Row[]}
 */
export function channelList({ channels, appName, here, unread }) {
  const row = (/** @type {any} */ channel) =>
    place({
      id: channel.id,
      words: channel.kind === "im" ? appName : channel.name,
      sign: SIGNS[/** @type {"im"} */ (channel.kind)],
      about: aboutOf(channel),
      here: here === channel.id,
      unread: unread.get(channel.id) ?? 0,
    });
  const direct = channels.filter((channel) => channel.kind === "im");
  const open = channels.filter((channel) => channel.kind !== "im");
  return [
    { key: "title-channels", html: `<h2 class="nav-title">Channels</h2>` },
    ...open.map(row),
    { key: "title-app", html: `<h2 class="nav-title">App</h2>` },
    ...direct.map(row),
    place({ id: "home", words: "Home", sign: "⌂", about: "", here: here === "home", unread: 0 }),
  ];
}

/** @param {any} channel */
function aboutOf(channel) {
  if (channel.archived) return "archived";
  if (channel.shared) return "shared with another team";
  if (channel.kind === "private") return "private";
  return channel.kind === "im" ? "direct message" : "";
}

/**
 * @param {{ id: string, words: string, sign: string, about: string, here: boolean, unread: number }} what
 * @returns {Row}
 */
function place({ id, words, sign, about, here, unread }) {
  const own = attributes({
    class: unread > 0 ? "place place-unread" : "place",
    href: `#${encodeURIComponent(id)}`,
    "data-channel": id,
    "aria-current": here ? "page" : undefined,
  });
  const note = about === "" ? "" : ` <span class="place-about">${escapeHtml(about)}</span>`;
  const count =
    unread > 0 ? ` <span class="unread">${unread}<span class="quiet"> unread</span></span>` : "";
  return {
    key: id,
    html: `<a${own}><span class="place-sign" aria-hidden="true">${sign}</span><span class="place-name">${escapeHtml(words)}</span>${note}${count}</a>`,
  };
}
