import { byId } from "./element.js";

/**
 * Shows or hides the list of places where the window is too narrow for it to stand beside the conversation.
 *
 * @param {boolean} open
 */
export function openSidebar(open) {
  byId("app").classList.toggle("with-sidebar", open);
  byId("sidebar-toggle").setAttribute("aria-expanded", String(open));
}
