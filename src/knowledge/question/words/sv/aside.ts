import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";
import { COPY } from "./copies.ts";

/** Swedish: what is none of our business. */
export const ASIDE: Grammar = {
  price: anyOf(
    "kosta\\w*",
    "kostnad\\w*",
    "pris(?:et|er|erna)?",
    "faktur\\w+",
    "ersattning\\w*",
    "rabatt\\w*",
    "avgift\\w*",
    "betala\\w*",
    "kompensation\\w*",
    "skadestand",
    "dyr\\w*",
    "billig\\w*",
  ),
  status: anyOf(
    "(?:gick|lyckades|fungerade|misslyckades|funkade|blev) .{0,60}(?:" + COPY + "|bra|klar|ratt)",
    "(?:har|ar) .{0,50}(?:lyckats|misslyckats|gatt bra|gatt igenom|slutforts)",
    "vem .{0,40}(?:korde|startade|deployade|raderade|gjorde|skapade|tog|utloste)",
    "senaste (?:deploy\\w*|driftsattning\\w*|release\\w*)",
    "status (?:pa|for)",
    "hur stor (?:ar|blev) (?:var|min)",
    "nar (?:var|togs|gjordes) (?:den |var |vara )?sena?ste",
    "vilken plan har (?:vi|jag)",
  ),
  foreign: anyOf(
    "foton?",
    "fotona",
    "telefon\\w*",
    "mobil\\w*",
    "e-?post\\w*",
    "mejl\\w*",
    "mail\\w*",
    "skrivare",
  ),
};
