import { textOfBlocks } from "./block-text.ts";
import type { JsonObject } from "./json.ts";
import { makeComplaints } from "./limit-checks.ts";
import { faultyArguments, SlackError } from "./slack-error.ts";
import { checkBlocks } from "./validate-blocks.ts";

const MOST_BLOCKS = 50;
const LONGEST_TEXT = 40_000;
const LONGEST_IN_BLOCKS = 13_000;
const LARGEST_METADATA = 16_000;

/** What a message is made of. */
export type MessageContent = {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata: JsonObject | undefined;
};

/**
 * Holds a message against Slack's limits.
 *
 * @throws SlackError `no_text`, `msg_too_long`, `invalid_blocks`, `msg_blocks_too_long`,
 * `metadata_too_large`, `invalid_metadata_format`
 */
export function checkMessage({ text, blocks, metadata }: MessageContent): void {
  if (text === "" && blocks.length === 0) throw new SlackError("no_text");
  if (text.length > LONGEST_TEXT) throw new SlackError("msg_too_long");
  const complaints = makeComplaints();
  checkBlocks(complaints, blocks, MOST_BLOCKS, "/blocks");
  if (complaints.messages.length > 0) throw faultyArguments("invalid_blocks", complaints.messages);
  if (Buffer.byteLength(textOfBlocks(blocks)) > LONGEST_IN_BLOCKS) {
    throw new SlackError("msg_blocks_too_long");
  }
  if (metadata !== undefined) checkMetadata(metadata);
}

function checkMetadata(metadata: JsonObject): void {
  if (typeof metadata["event_type"] !== "string" || metadata["event_payload"] === undefined) {
    throw new SlackError("invalid_metadata_format");
  }
  if (JSON.stringify(metadata).length > LARGEST_METADATA) {
    throw new SlackError("metadata_too_large");
  }
}
