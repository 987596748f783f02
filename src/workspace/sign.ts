import { createHmac } from "node:crypto";

/**
 * The value of `X-Slack-Signature` for a request.
 *
 * @param timestamp seconds since 1970, as in `X-Slack-Request-Timestamp`
 * @param body the bytes as they are sent
 */
export const sign = (secret: string, timestamp: string, body: string | Buffer): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
