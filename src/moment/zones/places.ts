import type { Locale } from "../../kernel/locale.ts";
import { foldName } from "../fold.ts";
import en from "../locales/en/places.json" with { type: "json" };
import fr from "../locales/fr/places.json" with { type: "json" };
import nl from "../locales/nl/places.json" with { type: "json" };
import sv from "../locales/sv/places.json" with { type: "json" };
import shared from "./cities.json" with { type: "json" };
import { ZONE_IDS } from "./known-zone.ts";
import table from "./zones.json" with { type: "json" };

type Names = Readonly<Record<string, readonly string[]>>;

/** The place names of one language. */
export type Places = {
  /** By zone; the first is what the zone is called. */
  readonly cities: Names;
  readonly regions: Readonly<Record<string, string>>;
  /** By ISO 3166 code. */
  readonly countries: Names;
  readonly adjectives: Names;
};

/** What a place name stands for. */
export type Place = {
  /** More than one where the name is ambiguous. */
  readonly zones: readonly string[];
  /** As it is written. */
  readonly name: string;
  /** Adjectives (`Swedish`) need a word for time beside them. */
  readonly adjective: boolean;
  /** Also a person's name or a common word: needs more care when it stands alone. */
  readonly nameLike: boolean;
  /** A common first name: never a zone when it stands alone. */
  readonly firstName: boolean;
};

const BY_LOCALE: Readonly<Record<Locale, Places>> = { en, fr, nl, sv };
const COUNTRIES: Names = table.countries;
const SHARED: Names = shared.cities;
const SEVERAL: Names = shared.several;
const NAME_LIKE = new Set(shared.nameLike);
const FIRST_NAMES = new Set(shared.firstNames);

/** The place names of a language. */
export const placesOf = (locale: Locale): Places => BY_LOCALE[locale];

/** Cities spelled the same everywhere, by zone. */
export const sharedCities = (): Names => SHARED;

/** The zones of a country that differ, the main one first. */
export const zonesOfCountry = (code: string): readonly string[] => COUNTRIES[code] ?? [];

/** Every place name of every language, folded. */
export const PLACES: ReadonlyMap<string, Place> = makeIndex();

function makeIndex(): ReadonlyMap<string, Place> {
  const index = new Map<string, Place>();
  for (const entry of allNames()) addPlace(index, entry);
  for (const [name, zones] of Object.entries(SEVERAL)) {
    index.set(name, { zones, name, adjective: false, nameLike: false, firstName: false });
  }
  return index;
}

type Entry = {
  readonly name: string;
  readonly zones: readonly string[];
  readonly adjective?: true;
};

function addPlace(index: Map<string, Place>, { name, zones, adjective }: Entry): void {
  const key = foldName(name);
  const known = index.get(key);
  index.set(key, {
    zones: [...new Set([...(known?.zones ?? []), ...zones])],
    name: known?.name ?? name,
    adjective: adjective === true && (known?.adjective ?? true),
    nameLike: NAME_LIKE.has(key),
    firstName: FIRST_NAMES.has(key),
  });
}

function* allNames(): Generator<Entry> {
  const unspoken = new Set(shared.unspoken);
  for (const zone of ZONE_IDS) {
    const name = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
    if (!unspoken.has(name)) yield { name, zones: [zone] };
  }
  yield* namesByZone(SHARED);
  for (const places of Object.values(BY_LOCALE)) {
    yield* namesByZone(places.cities);
    for (const [name, zone] of Object.entries(places.regions)) yield { name, zones: [zone] };
    yield* namesByCountry(places.countries);
    for (const entry of namesByCountry(places.adjectives)) yield { ...entry, adjective: true };
  }
}

function* namesByZone(names: Names): Generator<Entry> {
  const unspoken = new Set(shared.unspoken);
  for (const [zone, list] of Object.entries(names)) {
    for (const name of list)
      if (list.length > 1 || !unspoken.has(name)) yield { name, zones: [zone] };
  }
}

function* namesByCountry(names: Names): Generator<Entry> {
  for (const [code, list] of Object.entries(names)) {
    for (const name of list) yield { name, zones: zonesOfCountry(code) };
  }
}
