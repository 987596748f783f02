/** What an abbreviation stands for. */
export type Abbreviation =
  /** One offset, kept by these zones in their season. */
  | { readonly is: "fixed"; readonly offset: string; readonly keptBy: readonly string[] }
  | { readonly is: "zone"; readonly zone: string }
  | { readonly is: "several"; readonly zones: readonly string[] };

const fixed = (offset: string, ...keptBy: readonly string[]): Abbreviation => ({
  is: "fixed",
  offset,
  keptBy,
});
const zone = (id: string): Abbreviation => ({ is: "zone", zone: id });
const several = (...zones: readonly string[]): Abbreviation => ({ is: "several", zones });

const CENTRAL_EUROPE = ["Europe/Paris"];
const EASTERN = ["America/New_York"];
const HALIFAX = "America/Halifax";

/** Zone abbreviations in upper case; those with several meanings are asked about. */
export const ABBREVIATIONS: ReadonlyMap<string, Abbreviation> = new Map([
  ["UTC", zone("UTC")],
  ["GMT", zone("UTC")],
  ["UT", zone("UTC")],
  ["TU", zone("UTC")],
  ["TUC", zone("UTC")],
  ["Z", zone("UTC")],
  ["ZULU", zone("UTC")],
  ["CET", fixed("+01:00", ...CENTRAL_EUROPE)],
  ["CEST", fixed("+02:00", ...CENTRAL_EUROPE)],
  ["MET", fixed("+01:00", ...CENTRAL_EUROPE)],
  ["MEST", fixed("+02:00", ...CENTRAL_EUROPE)],
  ["MEZ", fixed("+01:00", ...CENTRAL_EUROPE)],
  ["MESZ", fixed("+02:00", ...CENTRAL_EUROPE)],
  ["HNEC", fixed("+01:00", ...CENTRAL_EUROPE)],
  ["HAEC", fixed("+02:00", ...CENTRAL_EUROPE)],
  ["HEC", fixed("+01:00", ...CENTRAL_EUROPE)],
  ["HEEC", fixed("+02:00", ...CENTRAL_EUROPE)],
  ["EET", fixed("+02:00", "Europe/Helsinki")],
  ["EEST", fixed("+03:00", "Europe/Helsinki")],
  ["WET", fixed("+00:00", "Europe/Lisbon")],
  ["WEST", fixed("+01:00", "Europe/Lisbon")],
  ["MSK", fixed("+03:00", "Europe/Moscow")],
  ["TRT", fixed("+03:00", "Europe/Istanbul")],
  ["EST", fixed("-05:00", ...EASTERN)],
  ["EDT", fixed("-04:00", ...EASTERN)],
  ["HNE", fixed("-05:00", "America/Toronto")],
  ["HAE", fixed("-04:00", "America/Toronto")],
  ["PST", fixed("-08:00", "America/Los_Angeles")],
  ["PDT", fixed("-07:00", "America/Los_Angeles")],
  ["HNP", fixed("-08:00", "America/Vancouver")],
  ["HAP", fixed("-07:00", "America/Vancouver")],
  ["MST", fixed("-07:00", "America/Denver")],
  ["MDT", fixed("-06:00", "America/Denver")],
  ["AKST", fixed("-09:00", "America/Anchorage")],
  ["AKDT", fixed("-08:00", "America/Anchorage")],
  ["HST", fixed("-10:00", "Pacific/Honolulu")],
  ["JST", fixed("+09:00", "Asia/Tokyo")],
  ["KST", fixed("+09:00", "Asia/Seoul")],
  ["HKT", fixed("+08:00", "Asia/Hong_Kong")],
  ["SGT", fixed("+08:00", "Asia/Singapore")],
  ["ICT", fixed("+07:00", "Asia/Bangkok")],
  ["WIB", fixed("+07:00", "Asia/Jakarta")],
  ["NPT", fixed("+05:45", "Asia/Kathmandu")],
  ["PKT", fixed("+05:00", "Asia/Karachi")],
  ["SAST", fixed("+02:00", "Africa/Johannesburg")],
  ["EAT", fixed("+03:00", "Africa/Nairobi")],
  ["CAT", fixed("+02:00", "Africa/Maputo")],
  ["WAT", fixed("+01:00", "Africa/Lagos")],
  ["AEST", fixed("+10:00", "Australia/Sydney", "Australia/Brisbane")],
  ["AEDT", fixed("+11:00", "Australia/Sydney")],
  ["ACDT", fixed("+10:30", "Australia/Adelaide")],
  ["ACST", fixed("+09:30", "Australia/Adelaide", "Australia/Darwin")],
  ["AWST", fixed("+08:00", "Australia/Perth")],
  ["NZST", fixed("+12:00", "Pacific/Auckland")],
  ["NZDT", fixed("+13:00", "Pacific/Auckland")],
  ["BRT", fixed("-03:00", "America/Sao_Paulo")],
  ["ET", zone("America/New_York")],
  ["PT", zone("America/Los_Angeles")],
  ["MT", zone("America/Denver")],
  ["CT", zone("America/Chicago")],
  ["CST", several("America/Chicago", "Asia/Shanghai", "America/Havana")],
  ["CDT", several("America/Chicago", "America/Havana")],
  ["IST", several("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")],
  ["BST", several("Europe/London", "Asia/Dhaka", "Pacific/Bougainville")],
  ["AST", several(HALIFAX, "Asia/Riyadh", "America/Puerto_Rico")],
  ["ADT", several(HALIFAX, "Asia/Riyadh")],
  ["SST", several("Pacific/Pago_Pago", "Asia/Singapore")],
  ["GST", several("Asia/Dubai", "Atlantic/South_Georgia")],
  ["ECT", several("America/Guayaquil", "Europe/Paris")],
  ["AMT", several("Asia/Yerevan", "America/Manaus")],
  ["WST", several("Pacific/Apia", "Australia/Perth")],
  ["NST", several("America/St_Johns", "Asia/Kathmandu")],
  ["ART", several("America/Argentina/Buenos_Aires", "Africa/Cairo")],
  ["PHT", fixed("+08:00", "Asia/Manila")],
  ["IDT", fixed("+03:00", "Asia/Jerusalem")],
]);

/** Military letters but for Z: seldom meant as a zone, so asked about. */
export const isMilitaryLetter = (letter: string): boolean => /^[A-IK-Y]$/.test(letter);

/** Abbreviations that are everyday words in one of our languages: read in capitals only, after a time. */
export const EVERYDAY: ReadonlySet<string> = new Set([
  "EST",
  "MET",
  "CAT",
  "EAT",
  "WEST",
  "ART",
  "ET",
  "PT",
  "MT",
  "CT",
  "TU",
  "UT",
  "HAE",
  "IST",
  "WET",
  "HAP",
  "WAT",
  "ECT",
  "MST",
  "SST",
  "Z",
  "HEC",
]);
