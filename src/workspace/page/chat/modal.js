import { keyedBlocks } from "../blocks/block.js";
import { escapeHtml } from "../markup/escape-html.js";
import { wordsOf } from "../markup/text-object.js";

/** @import { Viewer } from "../markup/viewer.js" */

/**
 * The surface of a modal or of Home.
 *
 * @param {any} view
 * @param {Viewer} viewer
 * @returns {import("../blocks/surface.js").Surface}
 */
const viewSurface = (view, viewer) => ({
  viewer,
  scope: view.id,
  kind: view.kind,
  values: view.values,
  chosen: view.chosen,
  errors: view.errors,
});

/**
 * Blocks of a view: `html` with what the inputs hold, `sign` without, so that a value alone redraws nothing.
 *
 * @param {any} view
 * @param {Viewer} viewer
 * @returns {readonly { key: string, html: string, sign: string }[]}
 */
export function viewRows(view, viewer) {
  const surface = viewSurface(view, viewer);
  const bare = keyedBlocks(view.blocks, { ...surface, values: {}, chosen: {} });
  return keyedBlocks(view.blocks, surface).map(({ key, html }, index) => ({
    key,
    html,
    sign: bare[index]?.html ?? html,
  }));
}

/**
 * What surrounds the blocks of a modal.
 *
 * @param {any} view
 * @param {boolean} below whether another view lies under it
 * @returns {{ head: string, foot: string }}
 */
export function modalFrame(view, below) {
  const title = escapeHtml(wordsOf(view.title));
  const close = wordsOf(view.close ?? { text: below ? "Back" : "Cancel" });
  const back = below
    ? `<button type="button" class="tool" data-do="back" aria-label="Back to the form below"><span aria-hidden="true">←</span></button>`
    : "";
  const hasInput = view.blocks.some((/** @type {any} */ block) => block.type === "input");
  const submit =
    view.submit === null && !hasInput
      ? ""
      : `<button type="submit" class="button button-primary">${escapeHtml(wordsOf(view.submit ?? { text: "Submit" }))}</button>`;
  return {
    head: `${back}<h2 id="${encodeURIComponent(view.id)}--title">${title}</h2><button type="button" class="tool" data-do="close-all" aria-label="Close"><span aria-hidden="true">✕</span></button>`,
    foot: `<button type="button" class="button" data-do="back">${escapeHtml(close)}</button>${submit}`,
  };
}
