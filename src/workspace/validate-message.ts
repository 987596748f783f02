import type { JsonObject } from "./json.ts";

export function checkMessage(_message: {
  text: string;
  blocks: readonly JsonObject[];
  metadata: JsonObject | undefined;
}): void {}
