import { createHash } from "node:crypto";

/** `sha256:` and the hash of a text in lower-case hex. */
export const digestOf = (text: string): string =>
  `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
