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
  | "zoneNames"
> = {
  zoneShapes: [
    "P tid",
    "P lokal tid",
    "P lokaltid",
    "tid i P",
    "tid P",
    "tidszon P",
    "tidszonen P",
    "lokal tid i P",
    "lokal tid P",
    "P tidszon",
    "P S",
    "S i P",
    "S P",
    "P klockslag",
    "P tids",
    "tidszon i P",
    "lokaltid i P",
    "i P tid",
  ],
  zoneEndings: ["tid"],
  placeEndings: ["s", "t"],
  seasonWords: {
    sommartid: "summer",
    vintertid: "winter",
    normaltid: "winter",
    "svensk normaltid": "winter",
  },
  localWords: [
    "lokal tid",
    "lokaltid",
    "min tid",
    "vår tid",
    "er tid",
    "din tid",
    "serverns tid",
    "servertid",
    "systemtid",
    "här",
    "min tidszon",
    "vår tidszon",
    "kontorets tid",
    "butikens tid",
    "lokalt",
  ],
  machines: [
    "servern",
    "servrarna",
    "servrar",
    "databasen",
    "klustret",
    "maskinen",
    "maskinerna",
    "värden",
    "containern",
    "infrastrukturen",
    "datacentret",
    "panelen",
    "appen",
  ],
  zoneNames: {
    "koordinerad universell tid": "UTC",
    "universell tid": "UTC",
    universaltid: "UTC",
    "utc tid": "UTC",
    "gmt tid": "UTC",
    utctid: "UTC",
    "zulu tid": "UTC",
    greenwichtid: "UTC",
    "greenwich tid": "UTC",
    "centraleuropeisk tid": "CET",
    "centraleuropeisk normaltid": "CET",
    "mellaneuropeisk tid": "CET",
    "centraleuropeisk sommartid": "CEST",
    "mellaneuropeisk sommartid": "CEST",
    "östeuropeisk tid": "EET",
    "östeuropeisk sommartid": "EEST",
    "europeisk tid": "Europe",
    "kalifornisk tid": "America/Los_Angeles",
  },
};
