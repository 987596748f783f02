import type { Lexicon } from "../../lexicon.ts";

/** Time zones, seasons and local time. */
export const zoneWords: Pick<
  Lexicon,
  | "zoneShapes"
  | "zoneEndings"
  | "placeEndings"
  | "seasonWords"
  | "localWords"
  | "machines"
  | "denials"
  | "zoneNames"
> = {
  zoneShapes: [
    "heure",
    "heure locale",
    "fuseau",
    "fuseau horaire",
    "horaire",
    "zone horaire",
    "S",
    "heures",
    "timezone",
  ]
    .flatMap((head) =>
      ["", " de", " d", " du", " de la", " de l", " des", " en", " à", " au", " aux"].map(
        (joint) => `${head}${joint} P`,
      ),
    )
    .concat(["P heure locale", "heure de P S", "heure d P S", "heure P S"]),
  zoneEndings: [],
  placeEndings: [],
  seasonWords: {
    "heure d été": "summer",
    "heure d hiver": "winter",
    "horaire d été": "summer",
    "horaire d hiver": "winter",
    "heure été": "summer",
    "heure hiver": "winter",
    "en heure d été": "summer",
  },
  localWords: [
    "heure locale",
    "mon heure",
    "notre heure",
    "votre heure",
    "heure du serveur",
    "heure serveur",
    "heure système",
    "heure de chez nous",
    "chez nous",
    "heure du site",
    "heure de la boutique",
    "heure du bureau",
    "temps local",
    "heure client",
    "heure du client",
    "heure des serveurs",
  ],
  machines: [
    "serveur",
    "serveurs",
    "bdd",
    "base de données",
    "cluster",
    "hôte",
    "machine",
    "machines",
    "conteneur",
    "infra",
    "infrastructure",
    "tableau de bord",
    "appli",
    "application",
  ],
  denials: [
    "pas",
    "pas en",
    "pas à",
    "pas l",
    "non",
    "non pas",
    "et non",
    "jamais",
    "au lieu de",
    "au lieu d",
    "plutôt que",
  ],
  zoneNames: {
    "temps universel": "UTC",
    "temps universel coordonné": "UTC",
    "heure universelle": "UTC",
    "heure utc": "UTC",
    "heure gmt": "UTC",
    "heure de greenwich": "UTC",
    "heure zoulou": "UTC",
    "heure d europe centrale": "CET",
    "heure de l europe centrale": "CET",
    "heure normale d europe centrale": "CET",
    "heure d été d europe centrale": "CEST",
    "heure d été de l europe centrale": "CEST",
    "heure avancée d europe centrale": "CEST",
    "heure de l est": "America/New_York",
    "heure normale de l est": "EST",
    "heure avancée de l est": "EDT",
    "heure du pacifique": "America/Los_Angeles",
    "heure normale du pacifique": "PST",
    "heure avancée du pacifique": "PDT",
    "heure des rocheuses": "America/Denver",
    "heure normale de l atlantique": "AST",
    "heure de l atlantique": "AST",
    "heure du centre": "CST",
    "heure européenne": "Europe",
    "heure d europe": "Europe",
  },
};
