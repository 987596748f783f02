import { globSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type {
  Expression,
  Function as FunctionNode,
  ArrowFunctionExpression,
  Node,
} from "oxc-parser";
import { parseSync, visitorKeys } from "oxc-parser";
import { expect, test } from "vitest";

/*
 * What is awaited inside a transaction must be a query of that very transaction. The outer handle
 * waits for the connection that the transaction holds: stuck for ever on SQLite, and outside the
 * transaction without a word on PostgreSQL. Anything else makes all others wait.
 */

const STORES = resolve(import.meta.dirname, "../../../src/adapters/stores");

/** Nobody is served meanwhile, or it only reads: they go through a file line by line. */
const WAIT_FOR_A_FILE = new Set(["export-desk.ts", "import-desk.ts"]);

type AnyFunction = FunctionNode | ArrowFunctionExpression;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

function* below(node: Node): Generator<Node> {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = (node as unknown as Record<string, unknown>)[key];
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) yield* below(one);
  }
}

const namesIn = (node: Node): Set<string> =>
  new Set([...below(node)].flatMap((one) => (one.type === "Identifier" ? [one.name] : [])));

const isFunction = (node: Node): node is AnyFunction =>
  node.type === "FunctionDeclaration" ||
  node.type === "FunctionExpression" ||
  node.type === "ArrowFunctionExpression";

const OPENS = /(?:^|\.)(?:commit|inTransaction|run)$|transaction\(\)[^]*\.execute$/;
const HANDS_ON = /: (?:Commit|Transaction<Schema>)\b/;

/** Functions that are given a transaction, or run as one. */
function* transactions(program: Node, source: string): Generator<AnyFunction> {
  const textOf = ({ start, end }: Node) => source.slice(start, end);
  for (const node of below(program)) {
    if (node.type === "CallExpression" && OPENS.test(textOf(node.callee))) {
      yield* node.arguments.filter((one): one is ArrowFunctionExpression => isFunction(one));
    }
    if (isFunction(node) && node.params.some((one) => HANDS_ON.test(textOf(one)))) yield node;
  }
}

/** The names a function is given, and what it makes of them. */
function ofTheTransaction(whole: AnyFunction): Set<string> {
  const names = new Set<string>();
  for (const node of below(whole)) {
    if (isFunction(node))
      for (const one of node.params.flatMap((param) => [...namesIn(param)])) names.add(one);
    if (node.type !== "VariableDeclarator" || node.init === null) continue;
    if ([...namesIn(node.init)].some((one) => names.has(one))) {
      for (const one of namesIn(node.id)) names.add(one);
    }
  }
  return names;
}

/** What a chain of calls begins with. */
function rootOf(node: Expression): Node {
  if (node.type === "CallExpression") return rootOf(node.callee);
  if (node.type === "MemberExpression") return rootOf(node.object);
  if (node.type === "TaggedTemplateExpression") return rootOf(node.tag);
  return node;
}

/** Lines of a file that wait inside a transaction for something else. */
function breachesIn(name: string, source: string): string[] {
  const { program, module } = parseSync(name, source);
  const elsewhere = new Set(
    module.staticImports
      .filter((one) => !/^\.\/|^kysely$/.test(one.moduleRequest.value))
      .flatMap((one) => one.entries.map((entry) => entry.localName.value)),
  );
  const lineOf = ({ start }: Node) => `${name}:${source.slice(0, start).split("\n").length}`;
  return [...transactions(program, source)].flatMap((whole) => {
    const given = ofTheTransaction(whole);
    const isQuery = (node: Expression): boolean => {
      const root = rootOf(node);
      if (root.type === "Identifier" && elsewhere.has(root.name)) return false;
      return [...namesIn(node)].some((one) => given.has(one));
    };
    return [...below(whole)].flatMap((node) => {
      if (node.type === "MemberExpression" && namesIn(node.property).has("kysely"))
        return [lineOf(node)];
      if (node.type === "MemberExpression" && namesIn(node.property).has("stream"))
        return [lineOf(node)];
      if (node.type === "AwaitExpression" && !isQuery(node.argument)) return [lineOf(node)];
      return [];
    });
  });
}

const files = globSync("*.ts", { cwd: STORES }).map((file) => join(STORES, file));

test("inside a transaction only its own queries are waited for", () => {
  const read = files.map((file) => [relative(STORES, file), readFileSync(file, "utf8")] as const);
  const count = read.reduce(
    (sum, [name, source]) =>
      sum + [...transactions(parseSync(name, source).program, source)].length,
    0,
  );
  expect(count).toBeGreaterThan(50);
  expect(
    read.flatMap(([name, source]) => (WAIT_FOR_A_FILE.has(name) ? [] : breachesIn(name, source))),
  ).toEqual([]);
});

test.each<[what: string, source: string]>([
  [
    "the outer handle",
    "commit(ground, async ({ ground }) => { await ground.kysely.selectFrom('job'); })",
  ],
  ["a pause", "commit(ground, async (one) => { await sleep(5); await addJobs(one, []); })"],
  ["a file", "const f = async ({ t }: Commit) => { await write('x'); }"],
  [
    "a call of another world",
    "import { tell } from '../../desk/tell.ts'; kysely.transaction().execute(async (t) => { await tell(t); })",
  ],
  ["a stream", "inTransaction(async (t) => { const all = t.selectFrom('job').stream(); })"],
])("%s inside a transaction is found", (_what, source) => {
  expect(breachesIn("planted.ts", source)).not.toEqual([]);
});
