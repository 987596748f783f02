declare const instant: unique symbol;

/** A point on the time line: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instant]: true };

/** Tells the time. Always passed in, so that a test can hold it still. */
export type Clock = () => Instant;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export const systemClock: Clock = () => Date.now() as Instant;

/** RFC 3339 in UTC; milliseconds only where there are any: `2026-11-03T13:30:00Z`. */
export const toRfc3339 = (at: Instant): string => new Date(at).toISOString().replace(".000Z", "Z");

/**
 * Reads RFC 3339 with an offset, also as clouds write it: a space for `T`, microseconds, `+0000`.
 *
 * @returns undefined where the text is no instant
 */
export function readInstant(text: string): Instant | undefined {
  const shape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)$/i;
  const parts = shape.exec(text.trim());
  if (parts === null) return undefined;
  const [, date = "", time = "", offset = ""] = parts;
  const zone = /^z$/i.test(offset) ? "Z" : offset.replace(/^(...)(\d\d)$/, "$1:$2");
  const at = Date.parse(`${date}T${time.replace(/(\.\d{3})\d+$/, "$1")}${zone}`);
  return Number.isNaN(at) || !isCalendarDay(date) ? undefined : (at as Instant);
}

/** `Date.parse` takes 30 February for 2 March. */
const isCalendarDay = (date: string): boolean =>
  new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
