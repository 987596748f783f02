import { type JsonObject, objectsOf } from "./json.ts";
import {
  checkList,
  checkOptionalLength,
  checkOptionalText,
  checkText,
  makeComplaints,
} from "./limit-checks.ts";
import type { View } from "./model.ts";
import { faultyArguments, SlackError } from "./slack-error.ts";
import { checkBlocks } from "./validate-blocks.ts";

const MOST_BLOCKS = 100;
const LARGEST = 250_000;
const TITLE = { most: 24, plain: true };

/**
 * Holds a view against Slack's limits.
 *
 * @throws SlackError `invalid_arguments`, `view_too_large`
 */
export function checkView(view: JsonObject, kind: View["kind"]): void {
  if (JSON.stringify(view).length > LARGEST) throw new SlackError("view_too_large");
  const complaints = makeComplaints();
  if (view["type"] !== kind) complaints.add(`must be of type ${kind}`, "/view/type");
  const blocks = checkList(complaints, view["blocks"], { most: MOST_BLOCKS }, "/view/blocks");
  checkBlocks(complaints, blocks, Number.POSITIVE_INFINITY, "/view/blocks");
  checkOptionalLength(complaints, view["private_metadata"], 3_000, "/view/private_metadata");
  checkOptionalLength(complaints, view["callback_id"], 255, "/view/callback_id");
  checkOptionalLength(complaints, view["external_id"], 255, "/view/external_id");
  if (kind === "modal") {
    checkText(complaints, view["title"], TITLE, "/view/title");
    checkOptionalText(complaints, view["submit"], TITLE, "/view/submit");
    checkOptionalText(complaints, view["close"], TITLE, "/view/close");
    const hasInput = objectsOf(view["blocks"]).some((one) => one["type"] === "input");
    if (hasInput && view["submit"] === undefined) {
      complaints.add("missing required field: submit", "/view");
    }
  }
  if (complaints.messages.length > 0) {
    throw faultyArguments("invalid_arguments", complaints.messages);
  }
}
