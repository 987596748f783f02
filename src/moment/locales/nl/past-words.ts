import type { Lexicon } from "../../lexicon.ts";

/** Days and nights counted from today. */
export const pastWords: Pick<
  Lexicon,
  | "relativeDays"
  | "daysAgo"
  | "weeksAgo"
  | "longAgo"
  | "hoursAgo"
  | "minutesAgo"
  | "ahead"
  | "looseCounts"
  | "nightSpans"
  | "nightTowards"
> = {
  relativeDays: {
    vandaag: { days: 0 },
    gisteren: { days: -1 },
    gister: { days: -1 },
    eergisteren: { days: -2 },
    eergister: { days: -2 },
    morgen: { days: 1 },
    overmorgen: { days: 2 },
    vanmorgen: { days: 0, part: "morning" },
    vanochtend: { days: 0, part: "morning" },
    "van morgen": { days: 0, part: "morning" },
    "van ochtend": { days: 0, part: "morning" },
    vanmiddag: { days: 0, part: "afternoon" },
    vanavond: { days: 0, part: "evening" },
    vannacht: { days: 0, pastNight: true },
    "afgelopen nacht": { days: -1, pastNight: true },
    "vorige nacht": { days: -1, pastNight: true },
    gisteravond: { days: -1, part: "evening" },
    gisterenavond: { days: -1, part: "evening" },
    "gisteren avond": { days: -1, part: "evening" },
    "gister avond": { days: -1, part: "evening" },
    gisterochtend: { days: -1, part: "morning" },
    gisterenochtend: { days: -1, part: "morning" },
    gistermorgen: { days: -1, part: "morning" },
    "gisteren morgen": { days: -1, part: "morning" },
    gisterenmorgen: { days: -1, part: "morning" },
    "gisteren ochtend": { days: -1, part: "morning" },
    "gister ochtend": { days: -1, part: "morning" },
    "gister morgen": { days: -1, part: "morning" },
    gistermiddag: { days: -1, part: "afternoon" },
    gisterenmiddag: { days: -1, part: "afternoon" },
    gisternamiddag: { days: -1, part: "afternoon" },
    "gisteren namiddag": { days: -1, part: "afternoon" },
    gistervoormiddag: { days: -1, part: "forenoon" },
    "gisteren voormiddag": { days: -1, part: "forenoon" },
    "gisteren middag": { days: -1, part: "afternoon" },
    gisternacht: { days: -1, part: "night" },
    "gisteren nacht": { days: -1, part: "night" },
    eergisteravond: { days: -2, part: "evening" },
    eergisterenavond: { days: -2, part: "evening" },
    "eergisteren avond": { days: -2, part: "evening" },
    eergisterochtend: { days: -2, part: "morning" },
    eergistermiddag: { days: -2, part: "afternoon" },
    "eergisteren morgen": { days: -2, part: "morning" },
  },
  daysAgo: ["N dagen geleden", "N dag geleden", "N dagen terug", "N dagen eerder"],
  weeksAgo: ["N weken geleden", "N week geleden", "N weken terug", "N week terug"],
  longAgo: ["N maanden geleden", "N maand geleden", "N jaar geleden", "N maand terug"],
  hoursAgo: ["N uur geleden", "N uren geleden", "N u geleden", "N uur terug", "N uurtjes geleden"],
  minutesAgo: [
    "N minuten geleden",
    "N minuut geleden",
    "N min geleden",
    "een half uur geleden",
    "half uur geleden",
    "een halfuur geleden",
    "een kwartier geleden",
  ],
  ahead: [
    "over N uur",
    "over N minuten",
    "over N dagen",
    "over N weken",
    "over N dag",
    "over N week",
  ],
  looseCounts: [],
  nightSpans: [
    ["nacht van", "op"],
    ["nacht van de", "op de"],
    ["nacht van", "naar"],
    ["nacht van", "-"],
    ["nacht tussen", "en"],
    ["nacht van", "/"],
    ["nacht van", "tot"],
  ],
  nightTowards: ["nacht naar", "nacht voor"],
};
