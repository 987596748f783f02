import type { Lexicon } from "../../lexicon.ts";

/** The time of day. */
export const clockWords: Pick<
  Lexicon,
  | "partsOfDay"
  | "greetings"
  | "noon"
  | "midnight"
  | "timeJoints"
  | "clockWords"
  | "looseClockWords"
  | "hourWords"
  | "minuteWords"
  | "secondWords"
  | "am"
  | "pm"
  | "clockShapes"
> = {
  partsOfDay: {
    "in the morning": "morning",
    morning: "morning",
    "in the afternoon": "afternoon",
    afternoon: "afternoon",
    "in the evening": "evening",
    evening: "evening",
    "at night": "night",
    "during the night": "night",
    night: "night",
    "in the night": "night",
    "of the morning": "morning",
  },
  greetings: [
    "good morning",
    "good afternoon",
    "good evening",
    "good night",
    "morning all",
    "morning team",
    "have a nice evening",
    "nice evening",
    "nice day",
    "good day",
  ],
  noon: ["noon", "midday", "twelve noon", "12 noon", "12 midday"],
  midnight: ["midnight", "12 midnight", "twelve midnight"],
  timeJoints: ["at", "@"],
  clockWords: [],
  looseClockWords: ["at", "@"],
  hourWords: ["h", "hrs", "hr", "hours", "hour"],
  minuteWords: ["min", "mins", "minutes", "m"],
  secondWords: ["s", "sec", "secs", "seconds"],
  am: ["am", "a m"],
  pm: ["pm", "p m"],
  clockShapes: [
    { shape: "half past H", minutes: 30 },
    { shape: "half after H", minutes: 30 },
    { shape: "half H", minutes: 30, short: true },
    { shape: "?a quarter past|after H", minutes: 15 },
    { shape: "?a quarter to|of|till|before H", minutes: -15 },
    { shape: "W past|after H", minutes: "+M" },
    { shape: "W to|till|before H", minutes: "-M" },
    { shape: "M minutes|mins|min past|after H", minutes: "+M" },
    { shape: "M minutes|mins|min to|till|before H", minutes: "-M" },
    { shape: "F past|after H", minutes: "+M" },
    { shape: "at V", minutes: 0 },
    { shape: "V M", minutes: "+M" },
    { shape: "V P", minutes: 0 },
    { shape: "V o clock", minutes: 0 },
    { shape: "V oclock", minutes: 0 },
  ],
};
