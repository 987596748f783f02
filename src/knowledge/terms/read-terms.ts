import type { Locale } from "../../kernel/locale.ts";
import { isLocale } from "../../kernel/locale.ts";
import type { SourceFile } from "../article.ts";
import type { Fault } from "../fault.ts";
import { readYamlFile, wordsOf } from "../policy/yaml-reader.ts";

export const CONCEPT_KINDS = [
  "plan",
  "environment",
  "action",
  "object",
  "product",
  "verb",
  "support",
  "negation",
  "other",
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** A word that means the concept only beside one of `needs`, and never beside one of `not`. */
export type Trap = {
  readonly word: string;
  readonly needs: readonly string[];
  readonly not: readonly string[];
};

/** What people call one concept in one language. */
export type Concept = {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly locale: Locale;
  /** What we write ourselves. */
  readonly write: readonly string[];
  readonly words: readonly string[];
  readonly traps: readonly Trap[];
};

export const isTermsFile = ({ path }: SourceFile): boolean => /^terms\/[a-z]{2}\.ya?ml$/.test(path);

/** Reads every `terms/<locale>.yaml`. */
export function readTerms(files: readonly SourceFile[], faults: Fault[]): Concept[] {
  return files.filter(isTermsFile).flatMap((file) => conceptsOf(file, faults));
}

function conceptsOf(file: SourceFile, faults: Fault[]): Concept[] {
  const root = readYamlFile(file, faults);
  if (root === undefined) return [];
  const locale = root.get("locale")?.text();
  if (!isLocale(locale) || !file.path.includes(`/${locale}.`)) {
    root.complain("terms-invalid", "the locale is not the file's");
    return [];
  }
  return (root.get("concepts")?.items() ?? []).flatMap((node) => {
    const id = node.get("id")?.text();
    const kind = CONCEPT_KINDS.find((one) => one === node.get("kind")?.text());
    if (id === undefined || kind === undefined) {
      node.complain("terms-invalid", `concept ${id ?? "?"} needs an id and a known kind`);
      return [];
    }
    const traps = (node.get("traps")?.items() ?? []).map((trap) => ({
      word: trap.get("word")?.text() ?? "",
      needs: wordsOf(trap.get("needs")),
      not: wordsOf(trap.get("not")),
    }));
    const [write, words] = [wordsOf(node.get("write")), wordsOf(node.get("words"))];
    return [{ id, kind, locale, write, words, traps }];
  });
}
