import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** French: what is none of our business. */
export const ASIDE: Grammar = {
  price: anyOf(
    "cout\\w*",
    "prix",
    "tarif\\w*",
    "combien (?:coute|ca coute|vaut|facture)",
    "factur\\w+",
    "remise",
    "rembours\\w+",
    "penalite\\w*",
    "indemni\\w+",
    "compensation",
    "payer",
    "cher",
    "chers",
    "frais",
    "avoir sla",
  ),
  status: anyOf(
    "(?:a|ont|est|sont|s'est)(?:-t-(?:elle|il)|-elle|-il)? .{0,25}(?:reussi\\w*|echoue\\w*|termine\\w*|fonctionne|bien passe\\w*|abouti\\w*|marche)",
    "(?:a|est)-(?:elle|t-elle|il|t-il) .{0,20}(?:reussi\\w*|echoue\\w*|bien passe\\w*|fonctionne|termine\\w*)",
    "qui .{0,30}(?:a lance|a fait|a supprime|a declenche|a deploye|a cree|a pris|a demarre)",
    "derni(?:er|ere) (?:deploiement|mise en prod|deploy\\w*|release)",
    "etat de (?:la|notre|ma) (?:derniere )?sauvegarde",
    "quelle taille fai\\w+",
    "quand (?:a eu lieu|date) (?:la|notre) derniere",
    "quel plan (?:avons|a-t-on|ai-je|on a)",
    "de quand date (?:la|notre) derniere",
  ),
  foreign: anyOf(
    "photos?",
    "telephone",
    "portable",
    "mails?",
    "boite mail",
    "courriels?",
    "cle usb",
    "imprimante",
  ),
};
