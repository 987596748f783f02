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
    nm: "afternoon",
    vm: "forenoon",
    "s ochtends": "morning",
    "s morgens": "morning",
    sochtends: "morning",
    smorgens: "morning",
    "in de ochtend": "morning",
    "in de morgen": "morning",
    ochtend: "morning",
    "s voormiddags": "forenoon",
    "in de voormiddag": "forenoon",
    voormiddag: "forenoon",
    "s middags": "afternoon",
    smiddags: "afternoon",
    "in de middag": "afternoon",
    middag: "afternoon",
    "s namiddags": "afternoon",
    namiddag: "afternoon",
    "in de namiddag": "afternoon",
    "s avonds": "evening",
    savonds: "evening",
    "in de avond": "evening",
    avond: "evening",
    "s nachts": "night",
    snachts: "night",
    "in de nacht": "night",
    nacht: "night",
  },
  greetings: [
    "goede morgen",
    "goede middag",
    "goede avond",
    "goede nacht",
    "prettige avond",
    "fijne avond",
    "fijne middag",
    "prettige dag",
    "morgen allemaal",
    "goeie morgen",
    "fijne dag",
    "tot morgen",
    "goede namiddag",
  ],
  noon: ["12 uur s middags", "twaalf uur s middags", "het middaguur"],
  midnight: ["middernacht"],
  timeJoints: ["om", "te", "tijdstip", "klokslag"],
  clockWords: [],
  looseClockWords: ["om"],
  hourWords: ["uur", "u", "h", "uren"],
  minuteWords: ["min", "minuten", "minuut", "m"],
  secondWords: ["s", "sec", "seconden"],
  am: ["vm", "v m"],
  pm: ["nm", "n m"],
  clockShapes: [
    { shape: "half H ?uur", minutes: -30 },
    { shape: "kwart voor H ?uur", minutes: -15 },
    { shape: "kwart na|over H ?uur", minutes: 15 },
    { shape: "W voor H ?uur", minutes: "-M" },
    { shape: "W over|na H ?uur", minutes: "+M" },
    { shape: "M minuten|min voor H ?uur", minutes: "-M" },
    { shape: "M minuten|min over|na H ?uur", minutes: "+M" },
    { shape: "M ?minuten|min voor half H ?uur", minutes: "-30-M" },
    { shape: "M ?minuten|min over|na half H ?uur", minutes: "-30+M" },
    { shape: "kwart voor half H", minutes: -45 },
    { shape: "F voor H ?uur", minutes: "-M" },
    { shape: "F over|na H ?uur", minutes: "+M" },
    { shape: "V P", minutes: 0 },
    { shape: "V uur", minutes: 0 },
    { shape: "V uur M", minutes: "+M" },
  ],
};
