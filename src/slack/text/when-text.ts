import type { Instant } from "../../kernel/clock.ts";
import { toRfc3339 } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import { showInstant } from "../../moment/show-instant.ts";

/** `2026-11-18 13:30 UTC`: the same in every language. */
export const utcText = (at: Instant): string =>
  `${toRfc3339(at).slice(0, 16).replace("T", " ")} UTC`;

/** `Wednesday 18 November 2026 14:30 Europe/Stockholm` in a person's language. */
function whenText(at: Instant, zone: string, locale: Locale): string {
  const { weekday, longDate, time } = showInstant(at, zone, locale);
  return `${weekday} ${longDate} ${time} ${zone}`;
}

/** Both readings, so that nobody has to reckon: wall clock and UTC. */
export const fullWhenText = (at: Instant, zone: string, locale: Locale): string =>
  zone === "UTC" ? whenText(at, zone, locale) : `${whenText(at, zone, locale)} = ${utcText(at)}`;
