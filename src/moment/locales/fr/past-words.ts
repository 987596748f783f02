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
    "aujourd hui": { days: 0 },
    aujourdhui: { days: 0 },
    auj: { days: 0 },
    "ce jour": { days: 0 },
    hier: { days: -1 },
    "avant hier": { days: -2 },
    avanthier: { days: -2 },
    "avant avant hier": { days: -3 },
    demain: { days: 1 },
    "après demain": { days: 2 },
    "ce matin": { days: 0, part: "morning" },
    "cet après midi": { days: 0, part: "afternoon" },
    "cet aprem": { days: 0, part: "afternoon" },
    "ce soir": { days: 0, part: "evening" },
    "cette nuit": { days: 0, pastNight: true },
    "la nuit dernière": { days: -1, pastNight: true },
    "la nuit passée": { days: -1, pastNight: true },
    "nuit dernière": { days: -1, pastNight: true },
    "hier soir": { days: -1, part: "evening" },
    "hier au soir": { days: -1, part: "evening" },
    "hier matin": { days: -1, part: "morning" },
    "hier après midi": { days: -1, part: "afternoon" },
    "hier aprem": { days: -1, part: "afternoon" },
    "hier dans la nuit": { days: -1, part: "night" },
    "avant hier soir": { days: -2, part: "evening" },
    "avant hier matin": { days: -2, part: "morning" },
  },
  daysAgo: ["il y a N jours", "il y a N jour", "y a N jours", "voici N jours"],
  weeksAgo: [
    "il y a N semaines",
    "il y a N semaine",
    "il y a quinzaine",
    "y a N semaines",
    "y a N semaine",
  ],
  longAgo: ["il y a N mois", "il y a N ans", "il y a N an", "il y a N années"],
  hoursAgo: ["il y a N heures", "il y a N heure", "il y a N h", "y a N heures", "y a N h"],
  minutesAgo: [
    "il y a N minutes",
    "il y a N minute",
    "il y a N min",
    "il y a N mn",
    "il y a une demi heure",
  ],
  ahead: ["dans N heures", "dans N heure", "dans N minutes", "dans N jours", "dans N semaines"],
  looseCounts: [8, 15],
  nightSpans: [
    ["nuit du", "au"],
    ["nuit de", "à"],
    ["nuit du", "à"],
    ["nuit du", "-"],
    ["nuit du", "/"],
    ["nuit de", "au"],
    ["nuit entre le", "et le"],
    ["nuit d", "à"],
  ],
  nightTowards: [],
};
