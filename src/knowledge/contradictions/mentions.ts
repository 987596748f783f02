import type { Locale } from "../../kernel/locale.ts";
import type { Concept } from "../terms/read-terms.ts";
import { fold } from "../words/fold.ts";
import type { Word } from "./words-in.ts";
import { wordsIn } from "./words-in.ts";

/** A plan or an environment a sentence names, in order. */
export type Mention = {
  readonly kind: "plan" | "environment";
  readonly concept: string;
  /** Named in one breath with the mention before: "staging and production". */
  readonly joined: boolean;
  /** The word is only sometimes the concept's. */
  readonly loose: boolean;
};

/** Finds the plans and environments a sentence names. */
export type FindMentions = (words: readonly Word[], locale: Locale) => readonly Mention[];

type Name = {
  readonly concept: string;
  readonly kind: Mention["kind"];
  readonly words: readonly string[];
  readonly needs: readonly string[];
  readonly not: readonly string[];
  /** A word people use, which means other things as well: "recette". */
  readonly loose: boolean;
};

const JOINTS = new Set(
  "and or et ou en of och eller samt the la le les l' de des du d' het den det ett a an an on in op i on sur dans van for pour pa environment environments environnement environnements omgeving omgevingen milieu milieus miljo miljoer".split(
    " ",
  ),
);
const PLANS = new Set(["pro", "starter", "legacy", "plan"]);
/** Words this long also match at the head of a compound: `produktionsdatabasen`. */
const COMPOUND_HEAD = 7;

/** Names of plans and environments are looked for in the language of the text and in English. */
export function mentionFinder(concepts: readonly Concept[]): FindMentions {
  const byLocale = new Map<Locale, ReadonlyMap<string, readonly Name[]>>();
  return (words, locale) => {
    const names = byLocale.get(locale) ?? namesIn(concepts, locale);
    byLocale.set(locale, names);
    return mentionsIn(words, names);
  };
}

function namesIn(
  concepts: readonly Concept[],
  locale: Locale,
): ReadonlyMap<string, readonly Name[]> {
  const names = concepts
    .filter((one) => one.locale === locale || one.locale === "en")
    .flatMap((one) => (one.kind === "plan" || one.kind === "environment" ? namesOf(one) : []))
    .toSorted((a, b) => b.words.length - a.words.length || b.concept.length - a.concept.length);
  return Map.groupBy(names, ({ words }) => headKey(words[0] ?? ""));
}

const headKey = (word: string): string => word.slice(0, 3);

function namesOf({ id, kind, locale, write, words, traps }: Concept): Name[] {
  if (kind !== "plan" && kind !== "environment") return [];
  const trapped = new Set(traps.map(({ word }) => fold(word)));
  const name = (
    text: string,
    needs: readonly string[] = [],
    not: readonly string[] = [],
  ): Name => ({
    concept: id,
    kind,
    words: wordsIn(text, locale).map((word) => word.text),
    needs: needs.map(fold),
    not: not.map(fold),
    loose: needs.length > 0 || !write.some((own) => fold(text).includes(fold(own))),
  });
  return [
    ...[...write, ...words].filter((word) => !trapped.has(fold(word))).map((word) => name(word)),
    ...traps.map((trap) => name(trap.word, trap.needs, trap.not)),
  ];
}

function mentionsIn(
  words: readonly Word[],
  names: ReadonlyMap<string, readonly Name[]>,
): readonly Mention[] {
  const text = ` ${words.map((word) => word.text).join(" ")}`;
  const found: Mention[] = [];
  let at = 0;
  const ends = new Map<Mention["kind"], number>();
  while (at < words.length) {
    const name = nameAt(words, at, { names, text });
    if (name === undefined) {
      at += 1;
      continue;
    }
    const end = ends.get(name.kind);
    found.push({
      kind: name.kind,
      concept: name.concept,
      loose: name.loose,
      joined: end !== undefined && isJoined(words, end, at),
    });
    at += name.words.length;
    ends.set(name.kind, at);
  }
  return found;
}

type Naming = { readonly names: ReadonlyMap<string, readonly Name[]>; readonly text: string };

/** "le plan Pro Legacy" is Pro Legacy, not "plan Pro". */
function nameAt(words: readonly Word[], at: number, naming: Naming): Name | undefined {
  const name = longestAt(words, at, naming);
  if (name === undefined || name.words.length < 2) return name;
  const last = longestAt(words, at + name.words.length - 1, naming);
  return last !== undefined && last.words.length > 1 && last.concept !== name.concept
    ? undefined
    : name;
}

function longestAt(words: readonly Word[], at: number, { names, text }: Naming): Name | undefined {
  return names
    .get(headKey(words[at]?.text ?? ""))
    ?.find(
      (name) =>
        name.words.every((word, index) => isWord(words[at + index]?.text ?? "", word)) &&
        (name.needs.length === 0 || name.needs.some((near) => text.includes(` ${near}`))) &&
        !name.not.some((word) => text.includes(` ${word}`)),
    );
}

const isWord = (given: string, word: string): boolean =>
  given === word || (word.length >= COMPOUND_HEAD && given.startsWith(word));

const isJoined = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every((word) => JOINTS.has(word.text) || PLANS.has(word.text)) &&
  !words.slice(from, to + 1).some((word) => /[.;:]/.test(word.before));
