import type { MomentTexts, Span } from "../../texts.ts";

const UNITS = { minute: "minute", hour: "heure", day: "jour" } as const;

const counted = ({ count, unit }: Span): string => `${count} ${UNITS[unit]}${count < 2 ? "" : "s"}`;

/** The texts of this capability in French. */
export const texts: MomentTexts = {
  ago: (span) => `il y a ${counted(span)}`,
  ahead: (span) => `dans ${counted(span)}`,
  justNow: "il y a moins d’une minute",
  problems: {
    "ambiguous-zone": ({ typed }) =>
      `« ${typed} » désigne plusieurs fuseaux horaires. Lequel voulez-vous dire ?`,
    "unknown-zone": ({ typed }) =>
      `Je ne connais pas le fuseau horaire « ${typed} ». De quelle ville ou de quel décalage UTC s’agit-il ?`,
    "zone-offset-mismatch": ({ typed }) =>
      `« ${typed} » se contredit : à cette date, le fuseau et le décalage ne concordent pas. Quelle lecture est la bonne ?`,
    "dst-overlap": ({ from, day, zone }) =>
      `${from} a eu lieu deux fois le ${day} (${zone}), car les horloges ont été retardées. Laquelle voulez-vous dire ?`,
    "dst-gap": ({ typed, zone, from, to, earlier, later }) =>
      `${typed} n’a jamais existé (${zone}) : les horloges sont passées de ${from} à ${to}. Les lectures les plus proches sont ${earlier} et ${later}.`,
    "ambiguous-date": ({ typed }) =>
      `« ${typed} » peut désigner plusieurs dates. Laquelle voulez-vous dire ?`,
    "missing-year": ({ typed }) => `De quelle année parlez-vous pour « ${typed} » ?`,
    "incomplete-date": ({ typed }) =>
      `« ${typed} » ne désigne pas un jour précis. De quel jour s’agit-il ?`,
    "weekday-mismatch": ({ typed, day }) =>
      `Vous avez écrit « ${typed} », mais cette date est un autre jour : ${day}. Quel jour voulez-vous dire ?`,
    "ambiguous-midnight": () => "Voulez-vous dire minuit au début ou à la fin de ce jour ?",
    "ambiguous-time": ({ typed }) =>
      `« ${typed} », est-ce le matin ou l’après-midi ? Le plus clair est une heure sur 24 heures, par exemple 14:30.`,
    "approximate-time": ({ typed }) =>
      `« ${typed} » n’est pas précis. Quelle heure exacte faut-il rétablir ?`,
    "multiple-dates": () => "Vous avez donné plusieurs dates. Laquelle voulez-vous dire ?",
    "multiple-times": () => "Vous avez donné plusieurs heures. Laquelle voulez-vous dire ?",
    "relative-duration": ({ day, from }) =>
      `Cela correspond à ${from} UTC, le ${day}. Dans quel fuseau horaire dois-je l’afficher ?`,
    future: () => "Ce moment n’a pas encore eu lieu. Seul un moment du passé peut être rétabli.",
    "outside-retention": ({ earlier }) =>
      `Ce moment est antérieur à ce qui est conservé. Le plus ancien possible est ${earlier}.`,
    "impossible-date": ({ typed }) => `La date « ${typed} » n’existe pas. Merci de la vérifier.`,
    "impossible-time": ({ typed }) =>
      `L’heure « ${typed} » n’existe pas. Merci d’indiquer une heure de 00:00 à 23:59.`,
    "unparsed-residue": ({ typed }) =>
      `Je n’ai pas compris « ${typed} ». Merci de redonner la date, l’heure et le fuseau horaire.`,
  },
  missing: {
    date: "De quelle date s’agit-il ?",
    time: "À quelle heure, ce jour-là ?",
    timezone: "Dans quel fuseau horaire est cette heure ?",
    "date+time": "De quelle date et de quelle heure s’agit-il ?",
    "date+timezone": "De quelle date s’agit-il, et dans quel fuseau horaire ?",
    "time+timezone": "À quelle heure, ce jour-là, et dans quel fuseau horaire ?",
    "date+time+timezone": "De quelle date, de quelle heure et de quel fuseau horaire s’agit-il ?",
  },
  first: "premier passage à",
  second: "second passage à",
  summerTime: "heure d’été",
  winterTime: "heure d’hiver",
  startOfDay: "début du jour",
  endOfDay: "fin du jour",
};
