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
    "du matin": "morning",
    matin: "morning",
    "au matin": "morning",
    "le matin": "morning",
    "dans la matinée": "morning",
    "en matinée": "morning",
    "de l après midi": "afternoon",
    "l après midi": "afternoon",
    "après midi": "afternoon",
    aprem: "afternoon",
    "de l aprem": "afternoon",
    "du soir": "evening",
    soir: "evening",
    "le soir": "evening",
    "en soirée": "evening",
    "dans la soirée": "evening",
    "dans la nuit": "night",
    "de la nuit": "night",
    "la nuit": "night",
    nuit: "night",
    "cette nuit là": "night",
  },
  greetings: [
    "bonne nuit",
    "bonne soirée",
    "bonne matinée",
    "bon après midi",
    "bonne après midi",
    "bonne journée",
    "bonsoir",
  ],
  noon: ["midi", "midi pile"],
  midnight: ["minuit", "minuit pile"],
  timeJoints: ["à", "a"],
  clockWords: [],
  looseClockWords: [],
  hourWords: ["h", "heures", "heure", "hrs", "hr", "heur"],
  minuteWords: ["min", "mn", "minutes", "minute", "m"],
  secondWords: ["s", "sec", "secondes", "seconde"],
  am: [],
  pm: [],
  clockShapes: [
    { shape: "H heures|heure|h et quart", minutes: 15 },
    { shape: "H heures|heure|h ?et un quart", minutes: 15 },
    { shape: "H heures|heure|h et demie|demi", minutes: 30 },
    { shape: "H heures|heure|h trois quarts", minutes: 45 },
    { shape: "H heures|heure|h moins ?le|un quart", minutes: -15 },
    { shape: "H heures|heure|h moins M", minutes: "-M" },
    { shape: "V heures|heure|h M", minutes: "+M" },
    { shape: "V heures|heure|h pile", minutes: 0 },
    { shape: "V P", minutes: 0 },
    { shape: "V heures|heure|h", minutes: 0 },
    { shape: "NOON et quart", minutes: 15 },
    { shape: "NOON et demi|demie", minutes: 30 },
    { shape: "NOON moins ?le quart", minutes: -15 },
    { shape: "NOON moins M", minutes: "-M" },
    { shape: "NOON W", minutes: "+M" },
    { shape: "NOON trente", minutes: 30 },
  ],
};
