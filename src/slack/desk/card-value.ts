import type { TicketId } from "../../kernel/ids.ts";
import { isTicketId } from "../../kernel/ids.ts";
import { isBody, textIn } from "../app/incoming.ts";

/** What a control of a card carries: ids only, since anybody may read a button's value. */
export type CardValue = {
  readonly id: TicketId;
  readonly version?: number;
  /** Of the restore plan that was shown. */
  readonly digest?: string;
  /** Of the gap that may be accepted. */
  readonly gapMs?: number;
};

export const cardValue = ({ id, version, digest, gapMs }: CardValue): string =>
  JSON.stringify({ t: id, v: version, d: digest, g: gapMs });

/** Reads the value of a button or the metadata of a view; undefined for anything else. */
export function readCardValue(text: string): CardValue | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (!isBody(read) || !isTicketId(read["t"])) return undefined;
    const digest = textIn(read, "d");
    const version = read["v"];
    const gapMs = read["g"];
    return {
      id: read["t"],
      ...(typeof version === "number" ? { version } : {}),
      ...(digest === undefined ? {} : { digest }),
      ...(typeof gapMs === "number" ? { gapMs } : {}),
    };
  } catch {
    return undefined;
  }
}

/** An entry of the overflow menu: `reject|RST-1042|7`. */
export const menuValue = (intent: string, { id, version = 0 }: CardValue): string =>
  `${intent}|${id}|${version}`;

export function readMenuValue(
  text: string,
): { readonly intent: string; readonly value: CardValue } | undefined {
  const [intent = "", id, version] = text.split("|");
  return isTicketId(id) ? { intent, value: { id, version: Number(version) } } : undefined;
}
