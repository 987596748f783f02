import type { MomentTexts, Span } from "../../texts.ts";

const UNITS = {
  minute: ["minut", "minuter"],
  hour: ["timme", "timmar"],
  day: ["dag", "dagar"],
} as const;

const counted = ({ count, unit }: Span): string => `${count} ${UNITS[unit][count === 1 ? 0 : 1]}`;

/** The texts of this capability in Swedish. */
export const texts: MomentTexts = {
  ago: (span) => `för ${counted(span)} sedan`,
  ahead: (span) => `om ${counted(span)}`,
  justNow: "för mindre än en minut sedan",
  problems: {
    "ambiguous-zone": ({ typed }) => `”${typed}” kan betyda flera tidszoner. Vilken menar du?`,
    "unknown-zone": ({ typed }) =>
      `Jag känner inte till tidszonen ”${typed}”. Vilken stad eller vilken UTC-förskjutning är det?`,
    "zone-offset-mismatch": ({ typed }) =>
      `”${typed}” går inte ihop: tidszonen och förskjutningen säger emot varandra det datumet. Vilken tolkning är rätt?`,
    "dst-overlap": ({ from, day, zone }) =>
      `${from} inträffade två gånger ${day} i ${zone}, eftersom klockan ställdes tillbaka. Vilken menar du?`,
    "dst-gap": ({ typed, zone, from, to, earlier, later }) =>
      `${typed} har aldrig inträffat i ${zone}: klockan ställdes fram från ${from} till ${to}. De närmaste tolkningarna är ${earlier} och ${later}.`,
    "ambiguous-date": ({ typed }) => `”${typed}” kan vara flera datum. Vilket menar du?`,
    "missing-year": ({ typed }) => `Vilket år menar du med ”${typed}”?`,
    "incomplete-date": ({ typed }) => `”${typed}” anger inte en bestämd dag. Vilken dag menar du?`,
    "weekday-mismatch": ({ typed, day }) =>
      `Du skrev ”${typed}”, men det datumet är ${day}. Vilken dag menar du?`,
    "ambiguous-midnight": () => "Menar du midnatt i början eller i slutet av den dagen?",
    "ambiguous-time": ({ typed }) =>
      `Är ”${typed}” på förmiddagen eller på eftermiddagen? Tydligast är 24-timmarstid, till exempel 14:30.`,
    "approximate-time": ({ typed }) =>
      `”${typed}” är inte exakt. Vilken tid exakt ska återställas?`,
    "multiple-dates": () => "Du angav mer än ett datum. Vilket menar du?",
    "multiple-times": () => "Du angav mer än en tid. Vilken menar du?",
    "relative-duration": ({ day, from }) =>
      `Det är ${from} UTC ${day}. I vilken tidszon ska jag visa det?`,
    future: () =>
      "Den tidpunkten har inte inträffat ännu. Bara en tidpunkt i det förflutna kan återställas.",
    "outside-retention": ({ earlier }) =>
      `Den tidpunkten är äldre än det som sparas. Tidigast möjliga är ${earlier}.`,
    "impossible-date": ({ typed }) => `Datumet ”${typed}” finns inte. Kontrollera det.`,
    "impossible-time": ({ typed }) =>
      `Klockslaget ”${typed}” finns inte. Ange en tid från 00:00 till 23:59.`,
    "unparsed-residue": ({ typed }) =>
      `Jag förstod inte ”${typed}”. Ange datum, tid och tidszon igen.`,
  },
  missing: {
    date: "Vilket datum menar du?",
    time: "Vilken tid den dagen menar du?",
    timezone: "I vilken tidszon är den tiden?",
    "date+time": "Vilket datum och vilken tid menar du?",
    "date+timezone": "Vilket datum menar du, och i vilken tidszon?",
    "time+timezone": "Vilken tid den dagen menar du, och i vilken tidszon?",
    "date+time+timezone": "Vilket datum, vilken tid och vilken tidszon menar du?",
  },
  first: "första",
  second: "andra",
  summerTime: "sommartid",
  winterTime: "vintertid",
  startOfDay: "dagens början",
  endOfDay: "dagens slut",
};
