import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import { ENVIRONMENTS, PLANS, PRODUCTS } from "../../kernel/product.ts";
import type { Product } from "../../kernel/product.ts";
import type { SourceFile } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { Evidence, PolicyCell, PolicyFact, PolicySchedule, Texts } from "../policy.ts";
import { VERDICTS } from "../policy.ts";
import type { YamlNode } from "./yaml-reader.ts";
import { knownOf, readYamlFile, textsOf, wordsOf } from "./yaml-reader.ts";

/** Where a cell or a fact is written: for faults that name it. */
export type Written<Item> = { readonly item: Item; readonly file: string; readonly line: number };

export type Policy = {
  readonly cells: readonly Written<PolicyCell>[];
  readonly facts: readonly Written<PolicyFact>[];
  readonly schedules: readonly PolicySchedule[];
};

export const isPolicyFile = ({ path }: SourceFile): boolean => /^policy\/[\w-]+\.ya?ml$/.test(path);

/** Reads every `policy/*.yaml`. What is incomplete is reported and left out. */
export function readPolicy(files: readonly SourceFile[], faults: Fault[]): Policy {
  const own = files.filter(isPolicyFile);
  const read = own.flatMap((file) => {
    const root = readYamlFile(file, faults);
    return root === undefined ? [] : [policyOf(root, file.path)];
  });
  const policy = {
    cells: read.flatMap(({ cells }) => cells),
    facts: read.flatMap(({ facts }) => facts),
    schedules: read.flatMap(({ schedules }) => schedules),
  };
  faults.push(...twins(policy));
  return policy;
}

function policyOf(root: YamlNode, file: string): Policy {
  const product = PRODUCTS.find((one) => one === root.get("product")?.text());
  if (product === undefined) {
    root.complain("policy-invalid", "the product is not known");
    return { cells: [], facts: [], schedules: [] };
  }
  const written = <Item>(key: string, read: (node: YamlNode) => Item | undefined) =>
    (root.get(key)?.items() ?? []).flatMap((node): Written<Item>[] => {
      const item = read(node);
      return item === undefined ? [] : [{ item, file, line: node.line }];
    });
  const ownSchedule = root.get("schedule");
  return {
    cells: written("cells", (node) => cellOf(node, product)),
    facts: written("facts", (node) => factOf(node, product)),
    schedules: ownSchedule === undefined ? [] : schedulesOf(ownSchedule),
  };
}

function cellOf(node: YamlNode, product: Product): PolicyCell | undefined {
  const [id, action] = [node.get("id")?.text(), node.get("action")?.text()];
  const verdict = VERDICTS.find((one) => one === node.get("verdict")?.text());
  if (id === undefined || action === undefined || verdict === undefined) {
    node.complain("policy-invalid", `cell ${id ?? "?"} needs id, action and a known verdict`);
    return undefined;
  }
  const conditions = node.get("conditions");
  return {
    id,
    product,
    action,
    ...scopeOf(node),
    verdict,
    answer: textsOf(node.get("answer"), `the answer of ${id}`, node),
    ...(conditions === undefined ? {} : { conditions: conditionsOf(conditions) }),
    ...doubtOf(node),
    evidence: evidenceOf(node),
  };
}

function factOf(node: YamlNode, product: Product): PolicyFact | undefined {
  const [id, topic] = [node.get("id")?.text(), node.get("topic")?.text()];
  if (id === undefined || topic === undefined) {
    node.complain("policy-invalid", "a fact needs id and topic");
    return undefined;
  }
  const answer = textsOf(node.get("answer"), `the answer of ${id}`, node);
  const value = node.get("value")?.text();
  return {
    id,
    product,
    topic,
    ...scopeOf(node),
    ...(value === undefined ? {} : { value }),
    answer,
    ...doubtOf(node),
    evidence: evidenceOf(node),
  };
}

const scopeOf = (node: YamlNode): Pick<PolicyCell, "plans" | "environments" | "objects"> => ({
  plans: knownOf(node.get("plans"), PLANS),
  environments: knownOf(node.get("environments"), ENVIRONMENTS),
  objects: wordsOf(node.get("objects")),
});

function conditionsOf(node: YamlNode): Readonly<Record<Locale, readonly string[]>> {
  const of = (locale: Locale) => wordsOf(node.get(locale));
  return { en: of("en"), fr: of("fr"), nl: of("nl"), sv: of("sv") };
}

function doubtOf(node: YamlNode): { doubt?: Texts & { readonly id: string } } {
  const doubt = node.get("doubt");
  if (doubt === undefined) return {};
  const id = doubt.get("id")?.text() ?? "";
  return { doubt: { ...textsOf(doubt, `the doubt ${id}`, node), id } };
}

function evidenceOf(node: YamlNode): Evidence[] {
  return (node.get("evidence")?.items() ?? []).flatMap((one) => {
    const [article, anchor] = [one.get("article")?.text(), one.get("anchor")?.text()];
    if (article === undefined || anchor === undefined) {
      one.complain("policy-invalid", "evidence needs article and anchor");
      return [];
    }
    const quotes = LOCALES.flatMap((locale) => {
      const quote = one.get("quote")?.get(locale)?.text();
      return quote === undefined ? [] : [[locale, quote] as const];
    });
    return [{ article, anchor, quote: Object.fromEntries(quotes) }];
  });
}

/** `schedule` is one schedule with rows, or a list of rows, or a list of schedules. */
function schedulesOf(node: YamlNode): PolicySchedule[] {
  const listed = node.items();
  if (listed.length === 0) return [scheduleOf(node, node.get("rows")?.items() ?? [])];
  if (listed.some((one) => one.get("rows") !== undefined)) {
    return listed.map((one) => scheduleOf(one, one.get("rows")?.items() ?? []));
  }
  return [scheduleOf(node, listed)];
}

const dayOf = (text: string | undefined): number | null =>
  text === undefined || !/^\d+$/.test(text) ? null : Number(text);

function scheduleOf(node: YamlNode, rows: readonly YamlNode[]): PolicySchedule {
  const caveat = node.get("caveat")?.text();
  return {
    id: node.get("id")?.text() ?? "automatic-snapshots",
    appliesTo: node.get("appliesTo")?.text() ?? "",
    plans: knownOf(node.get("plans"), PLANS),
    environments: knownOf(node.get("environments"), ENVIRONMENTS),
    rows: rows.map((row) => ({
      label: row.get("label")?.text() ?? row.get("label")?.get("en")?.text() ?? "",
      fromDay: dayOf(row.get("fromDay")?.text()) ?? 1,
      toDay: dayOf(row.get("toDay")?.text()),
      spacing: row.get("spacing")?.text() ?? null,
    })),
    ...(caveat === undefined ? {} : { caveat }),
    sources: wordsOf(node.get("sources")),
  };
}

/** The same id twice is a fault: ids are what answers, recalls and tests hold on to. */
function twins({ cells, facts }: Policy): Fault[] {
  const all = [...cells, ...facts];
  const groups = Map.groupBy(all, ({ item }) => item.id);
  return [...groups.values()].flatMap((same) =>
    same.slice(1).map(({ item, file, line }): Fault => {
      const reason = `the id ${item.id} is used twice`;
      return {
        file,
        line,
        rule: "policy-invalid",
        severity: "error",
        confidence: 1,
        reason,
        excerpt: "",
      };
    }),
  );
}
