import { expect, test } from "vitest";
import { quantitiesOf } from "../../../src/knowledge/contradictions/quantities.ts";
import type { Locale } from "../../../src/kernel/locale.ts";

test.each<[locale: Locale, text: string, found: string]>([
  ["en", "kept for 7 days", "7 day"],
  ["nl", "2,5 uur bij 150 GB", "2.5 hour, 150 GB"],
  ["fr", "1 209 fichiers de 60 Go", "1209, 60 GB"],
  ["sv", "sju dagar", "7 day"],
  ["en", "on October 25, 2026 at 3 pm", "2026-10-25, 15:00"],
  ["fr", "le 25 octobre 2026 à 15 h 30", "2026-10-25, 15:30"],
  ["en", "from 2.4.6-p1 on", "2.4.6-p1 version"],
  ["en", "MDVA-33559 on node01 below /tmp/7", ""],
  ["en", "200+ GB, that is 50 %", "200 GB, 50 %"],
])("quantitiesOf() reads in %s: %s", (locale, text, found) => {
  const read = quantitiesOf(text, locale);
  expect(read.map(({ value, unit }) => [value, unit].filter(Boolean).join(" ")).join(", ")).toBe(
    found,
  );
});
