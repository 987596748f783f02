import type { Fault } from "../knowledge/fault.ts";

const WIDTH = 100;

/** Findings for people: by file, each with its sentence beside those of the other languages. */
export function faultsText(findings: readonly Fault[], articles: number): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const total =
    findings.length === 0
      ? `${articles} articles, nothing found`
      : `${articles} articles, ${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  const files = Map.groupBy(findings, ({ file }) => file);
  return [...[...files].map(([file, own]) => fileText(file, own)), total].join("\n\n");
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? "" : "s"}`;

function fileText(file: string, findings: readonly Fault[]): string {
  const heads = findings.map(({ line, severity, rule, confidence }) => [
    String(line),
    severity,
    rule,
    `${Math.round(confidence * 100)} %`,
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...heads.map((head) => (head[column] ?? "").length)),
  );
  const lines = findings.flatMap((finding, index) => {
    const head = (heads[index] ?? []).map((cell, column) =>
      column === 0 || column === 3
        ? cell.padStart(widths[column] ?? 0)
        : cell.padEnd(widths[column] ?? 0),
    );
    return [`  ${head.join("  ")}  ${finding.reason}`, ...passages(finding)];
  });
  return [file, ...lines].join("\n");
}

function passages({ file, line, locale, excerpt, others = [] }: Fault): string[] {
  if (excerpt === "") return [];
  const all = [{ locale, file, line, excerpt }, ...others];
  const places = all.map((one) => `${one.file}:${one.line}`);
  const width = Math.max(...places.map((place) => place.length));
  return all.flatMap((one, index) => {
    const place = `      ${(places[index] ?? "").padEnd(width)}  `;
    const [first = "", ...more] = wrapped(one.excerpt);
    return [`${place}${first}`, ...more.map((text) => `${" ".repeat(place.length)}${text}`)];
  });
}

/** Cut at spaces, so that sentences of two languages can be read beside each other. */
function wrapped(text: string): string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
