import { MINUTE_MS } from "../../kernel/clock.ts";
import { offsetMsAt, offsetText } from "./offset-at.ts";

/** What a zone's clocks show in summer and in winter, as offsets `±hh:mm`. */
/** Summer or winter time. */
export type Seasons = { readonly summer: string; readonly winter: string };

export type Season = keyof Seasons;

/** The offsets of summer and winter time around an instant; undefined where a zone keeps one all year. */
export function seasonsOf(zone: string, at: number): Seasons | undefined {
  const year = new Date(at).getUTCFullYear();
  const middles = [Date.UTC(year, 0, 15), Date.UTC(year, 6, 15)];
  const offsets = middles.map((middle) => offsetMsAt(zone, middle) / MINUTE_MS);
  const [most, least] = [Math.max(...offsets), Math.min(...offsets)];
  if (most === least) return undefined;
  return { summer: offsetText(most), winter: offsetText(least) };
}

/** Which season's time a zone keeps at an instant. */
export function seasonAt(zone: string, at: number): Season | undefined {
  const seasons = seasonsOf(zone, at);
  const offset = offsetText(offsetMsAt(zone, at) / MINUTE_MS);
  if (seasons === undefined) return undefined;
  if (offset === seasons.summer) return "summer";
  return offset === seasons.winter ? "winter" : undefined;
}

/** The offset in force at an instant, `±hh:mm`. */
export const offsetAt = (zone: string, at: number): string =>
  offsetText(offsetMsAt(zone, at) / MINUTE_MS);
