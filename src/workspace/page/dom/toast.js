import { byId, topLayer } from "./element.js";

const SHOWN_MS = 7000;

/**
 * Tells the person something in passing: what went wrong is an alert, the rest a status.
 *
 * @param {string} text
 * @param {"alert" | "status"} role
 */
export function toast(text, role = "alert") {
  const place = byId("toasts");
  topLayer().append(place);
  const note = document.createElement("div");
  note.className = `toast toast-${role}`;
  note.setAttribute("role", role);
  note.append(text);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "tool";
  close.setAttribute("aria-label", "Dismiss");
  close.append("✕");
  const gone = () => note.remove();
  close.addEventListener("click", gone);
  note.append(close);
  place.append(note);
  setTimeout(gone, SHOWN_MS);
}

/**
 * Shows what came of a deed, if nothing good.
 *
 * @param {{ ok: boolean, text?: string, error?: string }} outcome
 * @returns {boolean} whether it was done
 */
export function told(outcome) {
  if (!outcome.ok) toast(outcome.text ?? outcome.error ?? "That did not work");
  return outcome.ok;
}

/**
 * Reads a text out to people who hear the page.
 *
 * @param {string} text
 */
export function announce(text) {
  byId("announcer").textContent = text;
}
