import { mrkdwn } from "../markup/mrkdwn.js";
import { textObject, wordsOf } from "../markup/text-object.js";
import { byId } from "./element.js";

/** @import { Viewer } from "../markup/viewer.js" */

/**
 * Asks before a deed.
 *
 * @param {any} question a confirmation dialog object of Block Kit
 * @param {Viewer} viewer
 * @returns {Promise<boolean>}
 */
export function confirmed(question, viewer) {
  const dialog = byId("confirm");
  byId("confirm-title").textContent = wordsOf(question.title) || "Are you sure?";
  byId("confirm-text").innerHTML =
    question.text?.type === "plain_text"
      ? textObject(question.text, viewer)
      : mrkdwn(question.text?.text ?? "", viewer);
  const yes = byId("confirm-yes");
  yes.textContent = wordsOf(question.confirm) || "Yes";
  yes.className = question.style === "danger" ? "button button-danger" : "button button-primary";
  byId("confirm-no").textContent = wordsOf(question.deny) || "Cancel";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
