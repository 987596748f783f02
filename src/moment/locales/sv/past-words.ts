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
    idag: { days: 0 },
    "i dag": { days: 0 },
    igår: { days: -1 },
    "i går": { days: -1 },
    "i förrgår": { days: -2 },
    iförrgår: { days: -2 },
    förrgår: { days: -2 },
    "i förr går": { days: -2 },
    "i förrförrgår": { days: -3 },
    imorgon: { days: 1 },
    "i morgon": { days: 1 },
    imorrn: { days: 1 },
    "i morrn": { days: 1 },
    "i övermorgon": { days: 2 },
    övermorgon: { days: 2 },
    "i morse": { days: 0, part: "morning" },
    imorse: { days: 0, part: "morning" },
    "nu på morgonen": { days: 0, part: "morning" },
    "i förmiddags": { days: 0, part: "forenoon" },
    "i eftermiddags": { days: 0, part: "afternoon" },
    "i kväll": { days: 0, part: "evening" },
    ikväll: { days: 0, part: "evening" },
    "i natt": { days: 0, pastNight: true },
    inatt: { days: 0, pastNight: true },
    "natten till idag": { days: -1, pastNight: true },
    "natten till i dag": { days: -1, pastNight: true },
    "igår kväll": { days: -1, part: "evening" },
    "i går kväll": { days: -1, part: "evening" },
    "igår morse": { days: -1, part: "morning" },
    "i går morse": { days: -1, part: "morning" },
    "igår natt": { days: -1, part: "night" },
    "i går natt": { days: -1, part: "night" },
    "igår eftermiddag": { days: -1, part: "afternoon" },
    "i går eftermiddag": { days: -1, part: "afternoon" },
    "igår förmiddag": { days: -1, part: "forenoon" },
    "i går förmiddag": { days: -1, part: "forenoon" },
    "i förrgår kväll": { days: -2, part: "evening" },
    gårdagen: { days: -1 },
    gårdagens: { days: -1 },
    "igår morgon": { days: -1, part: "morning" },
  },
  daysAgo: [
    "för N dagar sedan",
    "för N dag sedan",
    "för N dagar sen",
    "för N dag sen",
    "N dagar sedan",
    "N dagar sen",
    "N dagar tillbaka",
    "för N dygn sedan",
  ],
  weeksAgo: [
    "för N veckor sedan",
    "för N vecka sedan",
    "för N veckor sen",
    "för N vecka sen",
    "N veckor sedan",
  ],
  longAgo: ["för N månader sedan", "för N månad sedan", "för N år sedan", "för N månader sen"],
  hoursAgo: [
    "för N timmar sedan",
    "för N timme sedan",
    "för N timmar sen",
    "för N timme sen",
    "för N h sedan",
    "N timmar sedan",
    "för N tim sedan",
  ],
  minutesAgo: [
    "för N minuter sedan",
    "för N minut sedan",
    "för N minuter sen",
    "för N min sedan",
    "N minuter sedan",
    "för en halvtimme sedan",
    "för en halvtimme sen",
    "för en kvart sedan",
  ],
  ahead: ["om N timmar", "om N timme", "om N minuter", "om N dagar", "om N veckor", "om N vecka"],
  looseCounts: [],
  nightSpans: [
    ["natten mellan", "och"],
    ["natten mellan den", "och den"],
    ["natten mellan den", "och"],
    ["natten från", "till"],
    ["natten från den", "till den"],
    ["natten", "till"],
    ["natten mellan", "-"],
    ["natten", "-"],
    ["natten den", "-"],
    ["natten", "/"],
  ],
  nightTowards: ["natten till", "natten till den", "natten mot", "natten mot den", "natt mot"],
};
