import type { Instant } from "../../kernel/clock.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Locale } from "../../kernel/locale.ts";
import { foldName } from "../fold.ts";
import { ABBREVIATIONS } from "./abbreviations.ts";
import { cityOf } from "./city-of.ts";
import { knownZone, ZONE_IDS } from "./known-zone.ts";
import { isFixed, isOffsetInUse, offsetText } from "./offset-at.ts";
import { placesOf, sharedCities, zonesOfCountry } from "./places.ts";
import { offsetAt } from "./season.ts";
import { placeLabel, zoneLabel } from "./zone-label.ts";

/** One line of a zone picker. */
export type ZoneOption = {
  /** In the person's language, with the offset at the chosen time: `Stockholm (UTC+1)`. */
  readonly label: string;
  /** IANA id, or `UTC±hh:mm`. */
  readonly value: string;
};

/** What a zone search is made for. */
export type ZoneSearch = {
  readonly locale: Locale;
  /** The offsets shown are those of this instant. */
  readonly at: Instant;
  /** Comes first where it fits as well as any other. */
  readonly profileZone?: string;
  /** At most this many, best first; Slack shows 100. */
  readonly limit?: number;
};

type Name = {
  /** Folded, as it is compared. */
  readonly key: string;
  readonly zone: string;
  /** A city to label the zone by; without it the zone's own city. */
  readonly place?: string;
  readonly locale?: Locale;
  readonly weight: number;
};

type Found = { readonly zone: string; readonly place?: string; readonly score: number };

/** Where the people of a language mostly are: these zones come first among equals. */
const HOME: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "Europe/London",
    "America/New_York",
    "Europe/Dublin",
    "America/Los_Angeles",
    "America/Chicago",
    "Asia/Kolkata",
    "Australia/Sydney",
  ],
  fr: ["Europe/Paris", "Europe/Brussels", "Europe/Zurich", "America/Toronto", "Europe/Luxembourg"],
  nl: ["Europe/Amsterdam", "Europe/Brussels"],
  sv: ["Europe/Stockholm", "Europe/Helsinki"],
};
const COMMON = [
  "UTC",
  "Europe/Paris",
  "Europe/Stockholm",
  "Europe/Amsterdam",
  "Europe/London",
  "Europe/Brussels",
  "Europe/Berlin",
  "America/New_York",
];
const FILLERS =
  /^(?:heure|heures|fuseau|horaire|tidszon|tijdzone|tid|tijd|timezone|time|zone|locale|normale|de|du|des|d|l|la|le|les|en|a|au|in|i)$/;

/** The zones that fit what was typed so far: city, country, alias, abbreviation or offset, best first. */
export function findZones(typed: string, search: ZoneSearch): readonly ZoneOption[] {
  const { locale, at, limit = 100 } = search;
  const wanted = foldName(typed.slice(0, 80));
  const found = [...exactly(typed), ...offsetsFor(typed, search), ...namesFor(wanted, search)];
  const best = new Map<string, Found>();
  for (const one of found) {
    const known = best.get(one.zone);
    if (known === undefined || one.score > known.score) best.set(one.zone, one);
  }
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score || compare(a, b, locale))
    .slice(0, limit)
    .map((one) => optionOf(one, locale, at));
}

/** An id in full, also a former one. */
function exactly(typed: string): readonly Found[] {
  const zone = typed.includes("/") ? knownZone(typed.trim()) : undefined;
  return zone === undefined ? [] : [{ zone, score: 300 }];
}

const compare = (a: Found, b: Found, locale: Locale): number =>
  (a.place ?? cityOf(a.zone, locale)).localeCompare(b.place ?? cityOf(b.zone, locale), locale);

function optionOf({ zone, place }: Found, locale: Locale, at: Instant): ZoneOption {
  if (isFixed(zone))
    return { value: `UTC${zone === "UTC" ? "+00:00" : zone}`, label: zoneLabel(zone, locale) };
  return {
    value: zone,
    label: place === undefined ? zoneLabel(zone, locale, at) : placeLabel(place, zone, at),
  };
}

/** Among equal fits: the profile's zone, then those of the language. */
function bonus(zone: string, { locale, profileZone }: ZoneSearch): number {
  if (profileZone !== undefined && knownZone(profileZone) === zone) return 30;
  const home = HOME[locale].indexOf(zone);
  if (home >= 0) return 20 - home;
  const common = COMMON.indexOf(zone);
  return common >= 0 ? 10 - common : 0;
}

function namesFor(wanted: string, search: ZoneSearch): readonly Found[] {
  if (wanted === "") return nothingTyped(search);
  const queries = [wanted, withoutFillers(wanted)].filter((query) => query !== "");
  const named = NAMES.flatMap((name) => {
    const fit = Math.max(...queries.map((query, index) => fitOf(name.key, query) - index));
    if (fit <= 0) return [];
    const own = name.locale === undefined || name.locale === search.locale ? 5 : 0;
    const score = fit + own + name.weight + bonus(name.zone, search) / 2;
    return [{ zone: name.zone, score, ...(name.place === undefined ? {} : { place: name.place }) }];
  });
  return [...named, ...abbreviated(wanted, search)];
}

const withoutFillers = (wanted: string): string => {
  const words = wanted.split(" ").filter((word) => !FILLERS.test(word));
  return words.join(" ").replace(/(?<=^\w{3,})(?:stid|tid|tijd)$/, "");
};

function nothingTyped(search: ZoneSearch): readonly Found[] {
  const first = [search.profileZone ?? "", ...HOME[search.locale], ...COMMON];
  const known = first.map(knownZone).filter((zone) => zone !== undefined);
  const rest = ZONE_IDS.map((zone) => ({ zone, score: 0 }));
  return [...known.map((zone) => ({ zone, score: 1 + bonus(zone, search) })), ...rest];
}

/** Whole name, beginning of the name, beginning of a word in it, anywhere. */
function fitOf(key: string, query: string): number {
  if (key === query) return 100;
  if (key.startsWith(query)) return 80;
  if (key.includes(` ${query}`)) return 60;
  return query.length >= 3 && key.includes(query) ? 40 : 0;
}

/** `CET`: the zones that keep it, those of the language first, and the offset itself. */
function abbreviated(wanted: string, search: ZoneSearch): readonly Found[] {
  const meaning = ABBREVIATIONS.get(wanted.toUpperCase());
  if (meaning === undefined) return [];
  if (meaning.is === "zone") return [{ zone: meaning.zone, score: 150 }];
  if (meaning.is === "several")
    return meaning.zones.map((zone, index) => ({ zone, score: 150 - index }));
  const alike = ZONE_IDS.filter((zone) =>
    meaning.keptBy.some((kept) => keepSameTime(zone, kept, search.at)),
  );
  const zones = alike.map((zone) => ({
    zone,
    score: 120 + bonus(zone, search) + (meaning.keptBy.includes(zone) ? 1 : 0),
  }));
  return [...zones, { zone: meaning.offset, score: 119 }];
}

/** Whether two zones agree in both halves of the year. */
function keepSameTime(one: string, other: string, at: Instant): boolean {
  const year = new Date(at).getUTCFullYear();
  return [Date.UTC(year, 0, 15), Date.UTC(year, 6, 15), at].every(
    (when) => offsetAt(one, when) === offsetAt(other, when),
  );
}

/** `+02`, `UTC+2`, `-5:30`: the offset itself, then the zones that keep it at that instant. */
function offsetsFor(typed: string, search: ZoneSearch): readonly Found[] {
  const parts = /^(?:utc|gmt)? ?([+\-−–])? ?(\d{1,2})(?::?(\d\d))?$/i.exec(
    typed.trim().slice(0, 20),
  );
  if (parts === null) return [];
  const [, sign = "+", hours = "", minutes = "0"] = parts;
  const size = Number(hours) * 60 + Number(minutes);
  const total = sign === "+" ? size : -size;
  if (!isOffsetInUse(total) || Number(minutes) > 59) return [];
  const wanted = offsetText(total);
  const alike = ZONE_IDS.filter((zone) => offsetAt(zone, search.at) === wanted);
  return [
    { zone: total === 0 ? "UTC" : wanted, score: 200 },
    ...alike.map((zone) => ({ zone, score: 120 + bonus(zone, search) })),
  ];
}

const NAMES: readonly Name[] = [...allNames()];

function* allNames(): Generator<Name> {
  yield { key: "utc", zone: "UTC", weight: 10 };
  yield { key: "gmt", zone: "UTC", weight: 9 };
  for (const zone of ZONE_IDS) {
    yield { key: foldName(zone), zone, weight: 0 };
    yield { key: foldName(zone.slice(zone.lastIndexOf("/") + 1)), zone, weight: 2 };
  }
  for (const [zone, names] of Object.entries(sharedCities())) {
    for (const place of names) yield { key: foldName(place), zone, place, weight: -1 };
  }
  for (const locale of LOCALES) yield* localNames(locale);
}

function* localNames(locale: Locale): Generator<Name> {
  const { cities, regions, countries, adjectives } = placesOf(locale);
  for (const [zone, names] of Object.entries(cities)) {
    for (const [index, name] of names.entries()) {
      yield {
        key: foldName(name),
        zone,
        locale,
        weight: 3 - index,
        ...(index === 0 ? {} : { place: name }),
      };
    }
  }
  for (const [name, zone] of Object.entries(regions))
    yield { key: foldName(name), zone, locale, weight: -2 };
  for (const names of [countries, adjectives]) {
    for (const [code, list] of Object.entries(names)) {
      for (const name of list) yield* countryNames(name, code, locale);
    }
  }
}

function* countryNames(name: string, code: string, locale: Locale): Generator<Name> {
  for (const [index, zone] of zonesOfCountry(code).entries()) {
    yield { key: foldName(name), zone, locale, weight: -index / 10 };
  }
}
