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
    em: "afternoon",
    fm: "forenoon",
    "på morgonen": "morning",
    morgon: "morning",
    morgonen: "morning",
    "på förmiddagen": "forenoon",
    förmiddag: "forenoon",
    förmiddagen: "forenoon",
    "på eftermiddagen": "afternoon",
    eftermiddag: "afternoon",
    eftermiddagen: "afternoon",
    "på kvällen": "evening",
    kväll: "evening",
    kvällen: "evening",
    "på natten": "night",
    natten: "night",
    natt: "night",
    "under natten": "night",
    "mitt på dagen": "noon",
    "på dagen": "noon",
    "på lunchen": "noon",
    "på em": "afternoon",
    "på fm": "forenoon",
  },
  greetings: [
    "god morgon",
    "god kväll",
    "god natt",
    "god förmiddag",
    "god eftermiddag",
    "godmorgon",
    "trevlig kväll",
    "ha en bra kväll",
    "morgon alla",
    "ha en bra dag",
    "god middag",
  ],
  noon: ["klockan tolv på dagen", "kl 12 på dagen"],
  midnight: ["midnatt", "tolvslaget"],
  timeJoints: [
    "kl",
    "klockan",
    "klocka",
    "klock",
    "tid",
    "klockslag",
    "klockslaget",
    "tidpunkt",
    "tidpunkten",
  ],
  clockWords: ["kl", "klockan", "klocka", "klock"],
  looseClockWords: [],
  hourWords: ["h", "tim"],
  minuteWords: ["min", "minuter", "minut", "m"],
  secondWords: ["s", "sek", "sekunder"],
  am: ["fm", "f m"],
  pm: ["em", "e m"],
  clockShapes: [
    { shape: "?kl|klockan halv H", minutes: -30 },
    { shape: "?kl|klockan kvart i H", minutes: -15 },
    { shape: "?kl|klockan kvart över|efter H", minutes: 15 },
    { shape: "?kl|klockan W i H", minutes: "-M" },
    { shape: "?kl|klockan W över H", minutes: "+M" },
    { shape: "?kl|klockan M minuter|min i H", minutes: "-M" },
    { shape: "?kl|klockan M minuter|min över H", minutes: "+M" },
    { shape: "?kl|klockan M ?minuter|min i halv H", minutes: "-30-M" },
    { shape: "?kl|klockan M ?minuter|min över halv H", minutes: "-30+M" },
    { shape: "?kl|klockan F i H", minutes: "-M" },
    { shape: "?kl|klockan F över H", minutes: "+M" },
    { shape: "V P", minutes: 0 },
    { shape: "kl|klockan V", minutes: 0 },
    { shape: "kl|klockan V M", minutes: "+M" },
  ],
};
