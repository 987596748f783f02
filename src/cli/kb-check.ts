import { join } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { readContent } from "../adapters/content/read-content.ts";
import { checkContent } from "../knowledge/contradictions/check-content.ts";
import { RULES } from "../knowledge/contradictions/rules.ts";
import type { Fault } from "../knowledge/fault.ts";
import { findingKey } from "../knowledge/report/finding.ts";
import type { Concept } from "../knowledge/terms/read-terms.ts";
import { readTerms } from "../knowledge/terms/read-terms.ts";
import { faultsText } from "./kb-faults-text.ts";
import { print, printJson } from "./output.ts";
import { table } from "./table.ts";

const BUILT_IN = join(import.meta.dirname, "../../content");

type Options = {
  readonly json?: true;
  readonly rules?: true;
  /** Keys of findings that somebody called false alarms: they are left out. */
  readonly falseAlarms?: ReadonlySet<string> | undefined;
};

/** Prints every finding; the exit code is 1 where any is an error. */
export async function checkCorpus(
  folder: string,
  { json, rules, falseAlarms = new Set() }: Options,
): Promise<void> {
  if (rules === true) {
    if (json === true) printJson(RULES);
    else print(rulesText());
    return;
  }
  const { files, faults } = await readContent(folder);
  const bar = openBar();
  const { articles, findings: found } = checkContent({
    files,
    faults,
    concepts: await builtInConcepts(),
    onProgress: (done, all) => {
      if (done === 1) bar.start(all, 0);
      bar.update(done);
    },
  });
  bar.stop();
  const findings = found.filter((one) => !falseAlarms.has(findingKey(one)));
  const leftOut = found.length - findings.length;
  const left = leftOut === 0 ? {} : { falseAlarms: leftOut };
  if (json === true) {
    printJson({ articles: articles.length, findings: findings.map(asFinding), ...left });
  } else {
    print(faultsText(findings, articles.length));
    if (leftOut > 0) print(`${leftOut} left out as false alarms; --all shows them`);
  }
  if (findings.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

/** How far the comparing is, on a terminal only. */
const openBar = (): SingleBar =>
  new SingleBar(
    {
      stream: process.stderr,
      noTTYOutput: false,
      clearOnComplete: true,
      format: "Comparing languages {bar} {value}/{total}",
    },
    Presets.shades_classic,
  );

async function builtInConcepts(): Promise<Concept[]> {
  const { files } = await readContent(join(BUILT_IN, "terms"));
  return readTerms(
    files.map((file) => ({ ...file, path: `terms/${file.path}` })),
    [],
  );
}

/** A language or a slug that is not known is left out. */
const asFinding = ({ file, line, locale, slug, ...rest }: Fault) => ({
  file,
  line,
  ...(locale === undefined ? {} : { locale }),
  ...(slug === undefined ? {} : { slug }),
  ...rest,
});

const rulesText = (): string =>
  table(
    ["Rule", "Severity", "Means"],
    RULES.map(({ rule, severity, means }) => [rule, severity, means]),
  );
