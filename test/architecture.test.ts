import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

type Rule = { readonly own: readonly string[]; readonly packages: readonly RegExp[] };

const UNIFIED = /^(?:unified|remark-.+|rehype-.+|mdast.*|hast.*|unist.*|micromark.*|vfile.*)$/;
const NODE = /^node:/;

/** Who may import whom: the folders of our own, and the packages. */
const RULES: Readonly<Record<string, Rule>> = {
  kernel: { own: [], packages: [/^node:crypto$/] },
  moment: { own: ["kernel"], packages: [/^luxon$/] },
  knowledge: { own: ["kernel"], packages: [UNIFIED, /^yaml$/] },
  desk: { own: ["kernel"], packages: [/^luxon$/] },
  restore: { own: ["kernel", "moment", "desk"], packages: [/^luxon$/] },
  slack: {
    own: ["kernel", "moment", "knowledge", "restore", "desk"],
    packages: [/^@slack\//, /^node:http$/],
  },
  workspace: { own: ["kernel"], packages: [/^ws$/, NODE] },
  adapters: {
    own: ["kernel", "moment", "knowledge", "restore", "desk"],
    packages: [
      NODE,
      UNIFIED,
      /^(?:flexsearch|kysely|pg|zod|yaml|pino|prom-client|age-encryption|tar|eld|snowball-stemmers)$/,
      /^@aws-sdk\//,
    ],
  },
};

const EVERYBODY = new Set(["main", "cli", "config", "snapdesk"]);

type Import = { readonly file: string; readonly from: string };

const literal = (text: string) => text.replaceAll(/^["'`]|["'`]$/g, "");

function importsOf(file: string): Import[] {
  const parsed = parseSync(file, readFileSync(file, "utf8"));
  const source = readFileSync(file, "utf8");
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  return [
    ...staticImports.map((one) => one.moduleRequest.value),
    ...staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.moduleRequest === null ? [] : [entry.moduleRequest.value],
      ),
    ),
    ...dynamicImports.map((one) =>
      literal(source.slice(one.moduleRequest.start, one.moduleRequest.end)),
    ),
  ].map((from) => ({ file, from }));
}

const folderOf = (file: string): string => {
  const [first = ""] = relative(SRC, file).split("/");
  return first.replace(/\.(?:ts|js)$/, "");
};

const packageOf = (from: string): string => {
  if (from.startsWith("node:")) return from;
  const [scope = "", name = ""] = from.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
};

/** What is wrong with an import, or undefined. */
function breach({ file, from }: Import): string | undefined {
  const folder = folderOf(file);
  if (EVERYBODY.has(folder)) return undefined;
  const rule = RULES[folder];
  if (rule === undefined) return `${relative(ROOT, file)}: no rule for the folder "${folder}"`;
  const said = `${relative(ROOT, file)} imports "${from}"`;
  if (from.startsWith(".")) {
    const target = folderOf(resolve(dirname(file), from));
    return target === folder || rule.own.includes(target) ? undefined : said;
  }
  return rule.packages.some((one) => one.test(packageOf(from))) ? undefined : said;
}

const files = globSync("**/*.ts", { cwd: SRC }).map((file) => join(SRC, file));

test("the source folders keep the import rules", () => {
  expect(files.length).toBeGreaterThan(10);
  const breaches = files.flatMap((file) => importsOf(file).flatMap((one) => breach(one) ?? []));
  expect(breaches).toEqual([]);
});

test.each<[what: string, file: string, from: string]>([
  ["a package in a rule", "restore/choose-snapshot.ts", "kysely"],
  ["an upward import", "kernel/clock.ts", "../desk/ticket.ts"],
  ["an adapter in slack", "slack/on-question.ts", "../adapters/flexsearch/postings.ts"],
  ["one capability in another", "knowledge/answer.ts", "../restore/ports.ts"],
  ["the bot in the workspace", "workspace/server.ts", "@slack/bolt"],
  ["an unknown folder", "helpers/text.ts", "../kernel/clock.ts"],
])("the import rules refuse %s", (_what, file, from) => {
  expect(breach({ file: join(SRC, file), from })).toBeDefined();
});
