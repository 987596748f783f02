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
    today: { days: 0 },
    "earlier today": { days: 0 },
    yesterday: { days: -1 },
    yday: { days: -1 },
    yesteday: { days: -1 },
    "day before yesterday": { days: -2 },
    "the day before yesterday": { days: -2 },
    tomorrow: { days: 1 },
    "day after tomorrow": { days: 2 },
    "the day after tomorrow": { days: 2 },
    "this morning": { days: 0, part: "morning" },
    "this afternoon": { days: 0, part: "afternoon" },
    "this evening": { days: 0, part: "evening" },
    tonight: { days: 0, part: "evening" },
    "last night": { days: -1, pastNight: true },
    "last evening": { days: -1, part: "evening" },
    "yesterday morning": { days: -1, part: "morning" },
    "yesterday afternoon": { days: -1, part: "afternoon" },
    "yesterday evening": { days: -1, part: "evening" },
    "yesterday night": { days: -1, part: "night" },
  },
  daysAgo: ["N days ago", "N day ago", "N days back", "N days earlier"],
  weeksAgo: ["N weeks ago", "N week ago", "N weeks back", "fortnight ago", "a fortnight ago"],
  longAgo: ["N months ago", "N month ago", "N years ago", "N year ago"],
  hoursAgo: ["N hours ago", "N hour ago", "N hrs ago", "N h ago", "N hours back"],
  minutesAgo: ["N minutes ago", "N minute ago", "N mins ago", "N min ago", "half an hour ago"],
  ahead: ["in N hours", "in N minutes", "in N days", "in N weeks", "N days from now"],
  looseCounts: [],
  nightSpans: [
    ["night of", "to"],
    ["night of the", "to"],
    ["night of", "-"],
    ["night of", "/"],
    ["night from", "to"],
    ["night between", "and"],
    ["night of", "into"],
    ["night from", "into"],
    ["night of the", "into"],
  ],
  nightTowards: ["night before", "night leading to"],
};
