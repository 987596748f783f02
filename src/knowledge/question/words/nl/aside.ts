import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** Dutch: what is none of our business. */
export const ASIDE: Grammar = {
  price: anyOf(
    "kost(?:en|te)?(?! .{0,20}tijd)",
    "prijs\\w*",
    "prijzen",
    "tarie\\w+",
    "factu\\w+",
    "vergoeding\\w*",
    "korting\\w*",
    "betaal\\w*",
    "betalen",
    "duur(?= (?:is|pro|starter)|$)",
    "schadevergoeding",
    "goedkoop\\w*",
    "compensatie",
  ),
  status: anyOf(
    "(?:is|zijn|was|heeft|hebben) .{0,70}(?:gelukt|geslaagd|mislukt|afgerond|voltooid|gefaald|klaar|goed gegaan)",
    "(?:ging|liep|lukte|slaagde|werkte) .{0,60}(?:goed|backup|back-up)",
    "wie .{0,40}(?:gedaan|gestart|gedeployd|verwijderd|gemaakt|uitgevoerd|getriggerd)",
    "laatste (?:deploy\\w*|uitrol|release)",
    "status van",
    "hoe groot (?:is|zijn) (?:onze|mijn)",
    "wanneer (?:was|is) (?:de|onze) laatste",
    "welk plan hebben (?:we|wij)",
  ),
  foreign: anyOf("foto'?s?", "telefoon\\w*", "mailbox", "e-?mails?", "printer"),
};
