import type { MomentTexts, Span } from "../../texts.ts";

const counted = ({ count, unit }: Span): string => {
  if (unit === "hour") return `${count} uur`;
  if (unit === "day") return count === 1 ? "1 dag" : `${count} dagen`;
  return count === 1 ? "1 minuut" : `${count} minuten`;
};

/** The texts of this capability in Dutch. */
export const texts: MomentTexts = {
  ago: (span) => `${counted(span)} geleden`,
  ahead: (span) => `over ${counted(span)}`,
  justNow: "minder dan een minuut geleden",
  problems: {
    "ambiguous-zone": ({ typed }) =>
      `‘${typed}’ kan verschillende tijdzones betekenen. Welke bedoel je?`,
    "unknown-zone": ({ typed }) =>
      `Ik ken de tijdzone ‘${typed}’ niet. Welke stad of welk verschil met UTC is het?`,
    "zone-offset-mismatch": ({ typed }) =>
      `‘${typed}’ klopt niet met elkaar: op die datum spreken tijdzone en tijdsverschil elkaar tegen. Welke lezing is juist?`,
    "dst-overlap": ({ from, day, zone }) =>
      `${from} kwam op ${day} in ${zone} twee keer voor, omdat de klok werd teruggezet. Welke bedoel je?`,
    "dst-gap": ({ typed, zone, from, to, earlier, later }) =>
      `${typed} heeft in ${zone} nooit bestaan: de klok sprong van ${from} naar ${to}. De dichtstbijzijnde lezingen zijn ${earlier} en ${later}.`,
    "ambiguous-date": ({ typed }) => `‘${typed}’ kan meer dan één datum zijn. Welke bedoel je?`,
    "missing-year": ({ typed }) => `Welk jaar bedoel je met ‘${typed}’?`,
    "incomplete-date": ({ typed }) => `‘${typed}’ is niet één bepaalde dag. Welke dag bedoel je?`,
    "weekday-mismatch": ({ typed, day }) =>
      `Je schreef ‘${typed}’, maar die datum is ${day}. Welke dag bedoel je?`,
    "ambiguous-midnight": () => "Bedoel je middernacht aan het begin of aan het einde van die dag?",
    "ambiguous-time": ({ typed }) =>
      `Is ‘${typed}’ ’s ochtends of ’s middags? Het duidelijkst is een tijd in 24 uur, zoals 14:30.`,
    "approximate-time": ({ typed }) =>
      `‘${typed}’ is niet precies. Welk tijdstip moet precies worden teruggezet?`,
    "multiple-dates": () => "Je gaf meer dan één datum. Welke bedoel je?",
    "multiple-times": () => "Je gaf meer dan één tijd. Welke bedoel je?",
    "relative-duration": ({ day, from }) =>
      `Dat is ${from} UTC op ${day}. In welke tijdzone zal ik het tonen?`,
    future: () =>
      "Dat moment is er nog niet geweest. Alleen een moment in het verleden kan worden teruggezet.",
    "outside-retention": ({ earlier }) =>
      `Dat moment is ouder dan wat wordt bewaard. Het vroegst mogelijke is ${earlier}.`,
    "impossible-date": ({ typed }) => `De datum ‘${typed}’ bestaat niet. Controleer hem even.`,
    "impossible-time": ({ typed }) =>
      `De tijd ‘${typed}’ bestaat niet. Geef een tijd van 00:00 tot 23:59.`,
    "unparsed-residue": ({ typed }) =>
      `Ik begreep ‘${typed}’ niet. Geef datum, tijd en tijdzone nog een keer.`,
  },
  missing: {
    date: "Welke datum bedoel je?",
    time: "Hoe laat op die dag bedoel je?",
    timezone: "In welke tijdzone is die tijd?",
    "date+time": "Welke datum en welke tijd bedoel je?",
    "date+timezone": "Welke datum bedoel je, en in welke tijdzone?",
    "time+timezone": "Hoe laat op die dag bedoel je, en in welke tijdzone?",
    "date+time+timezone": "Welke datum, welke tijd en welke tijdzone bedoel je?",
  },
  first: "eerste",
  second: "tweede",
  summerTime: "zomertijd",
  winterTime: "wintertijd",
  startOfDay: "begin van de dag",
  endOfDay: "einde van de dag",
};
