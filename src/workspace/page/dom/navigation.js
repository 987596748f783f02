import { placeOf } from "../state/place-of.js";
import { ask } from "./control.js";
import { byId } from "./element.js";
import { openSidebar } from "./sidebar.js";
import { told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * Moving about: the address says where one is, so Back works.
 *
 * @param {App} app
 * @param {{ moved: (before: import("../state/place-of.js").Here) => void, focus: () => void }} needs
 */
export function startNavigation(app, { moved, focus }) {
  window.addEventListener("hashchange", () => {
    const before = app.here;
    app.here = placeOf(location.hash);
    openSidebar(false);
    moved(before);
    app.drawNow();
    if (app.here.thread !== undefined) byId("thread-composer-text").focus();
    else if (app.here.channel === "home") byId("main").focus();
    else focus();
  });
  byId("thread-close").addEventListener("click", () => app.go({ channel: app.here.channel }));
  byId("persona").addEventListener("change", (/** @type {any} */ event) => {
    location.href = `/?as=${encodeURIComponent(event.target.value)}`;
  });
  byId("shortcut-list").addEventListener("click", async (/** @type {any} */ event) => {
    const { callback } = event.target.closest("button")?.dataset ?? {};
    if (callback !== undefined) told(await ask("shortcut", { as: app.me, callback }));
  });
  byId("prompts").addEventListener("click", async (/** @type {any} */ event) => {
    const { say } = event.target.closest("button")?.dataset ?? {};
    if (say !== undefined)
      told(await ask("say", { as: app.me, channel: app.here.channel, text: say }));
  });
  byId("sidebar-toggle").addEventListener("click", () => {
    openSidebar(byId("sidebar-toggle").getAttribute("aria-expanded") !== "true");
  });
  byId("skip").addEventListener("click", (/** @type {Event} */ event) => {
    event.preventDefault();
    byId("main").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.querySelector("dialog[open]") === null)
      openSidebar(false);
  });
}
