import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Node } from "yaml";
import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { SourceFile } from "../article.ts";
import type { Fault } from "../fault.ts";
import { decodeSource } from "../corpus/source-lines.ts";

/** A place in a YAML file that complains with file and line, and reads only what is expected. */
export type YamlNode = {
  readonly line: number;
  get(key: string): YamlNode | undefined;
  /** The text of a scalar; nothing where it is none. */
  text(): string | undefined;
  items(): readonly YamlNode[];
  keys(): readonly string[];
  complain(rule: string, reason: string): void;
};

/** Opens a YAML file of ours. Faults are collected in the list given. */
export function readYamlFile(file: SourceFile, faults: Fault[]): YamlNode | undefined {
  const complainAt = (line: number, rule: string, reason: string): void => {
    faults.push({
      file: file.path,
      line,
      rule,
      severity: "error",
      confidence: 1,
      reason,
      excerpt: "",
    });
  };
  const text = decodeSource(file.bytes);
  if (!text.ok) {
    complainAt(1, text.problem.rule, text.problem.reason);
    return undefined;
  }
  const counter = new LineCounter();
  const document = parseDocument(text.value, {
    schema: "core",
    uniqueKeys: true,
    lineCounter: counter,
    logLevel: "error",
  });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const reason = fault.message.split("\n")[0] ?? "not YAML";
    complainAt(fault.linePos?.[0].line ?? 1, "policy-invalid", reason);
    return undefined;
  }
  return nodeOf(document.contents, { counter, complainAt });
}

type Context = {
  readonly counter: LineCounter;
  readonly complainAt: (line: number, rule: string, reason: string) => void;
};

function nodeOf(node: Node | null | undefined, context: Context): YamlNode {
  const at = node?.range?.[0];
  const line = at === undefined ? 1 : context.counter.linePos(at).line;
  return {
    line,
    get: (key) => {
      const found = isMap(node) ? node.get(key, true) : undefined;
      return found === undefined ? undefined : nodeOf(found, context);
    },
    text: () => (isScalar(node) ? scalarText(node.value) : undefined),
    items: () => (isSeq(node) ? node.items.map((item) => nodeOf(item as Node, context)) : []),
    keys: () =>
      isMap(node) ? node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [],
    complain: (rule, reason) => context.complainAt(line, rule, reason),
  };
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** A text in each of our languages; a missing one is a fault. */
export function textsOf(
  node: YamlNode | undefined,
  what: string,
  owner: YamlNode,
): Record<Locale, string> {
  const texts = LOCALES.map((locale) => {
    const text = node?.get(locale)?.text();
    if (text === undefined || text.trim() === "") {
      (node ?? owner).complain("policy-incomplete", `${what} lacks ${locale}`);
    }
    return [locale, text ?? ""] as const;
  });
  return Object.fromEntries(texts) as Record<Locale, string>;
}

/** The listed words that are known; others are faults. */
export function knownOf<One extends string>(
  node: YamlNode | undefined,
  known: readonly One[],
): One[] {
  return (node?.items() ?? []).flatMap((item) => {
    const found = known.find((one) => one === item.text());
    if (found === undefined) item.complain("policy-invalid", `unknown word "${item.text() ?? ""}"`);
    return found === undefined ? [] : [found];
  });
}

/** The texts of a list. */
export const wordsOf = (node: YamlNode | undefined): string[] =>
  (node?.items() ?? []).flatMap((item) => item.text() ?? []);
