import type { RequestListener } from "node:http";
import { systemClock } from "../../kernel/clock.ts";

const TOLERATED_S = 300;

/**
 * Answers 401 to requests dated more than five minutes away, also ahead: Bolt itself takes any future date.
 * Like Bolt it goes by the machine's clock, since whoever signs knows no other.
 */
export function strictClock(receiver: { requestListener: RequestListener }): void {
  const inner = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const stamp = request.headers["x-slack-request-timestamp"];
    const off = Math.abs(systemClock() / 1_000 - Number(stamp));
    if (typeof stamp === "string" && off > TOLERATED_S) {
      response.writeHead(401).end();
      return;
    }
    inner(request, response);
  };
}
