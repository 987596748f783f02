import type { SourceFile } from "../../src/knowledge/article.ts";
import type { Locale } from "../../src/kernel/locale.ts";

/** A fault to plant: what is replaced, and by what. */
export type Plant = readonly [what: RegExp, by: string];

/** A file with one fault in it. */
export type Planted = { readonly path: string; readonly line: number; readonly text: string };

const textOf = ({ bytes }: SourceFile): string => new TextDecoder().decode(bytes);

/** Every place of a language where a fault can be planted: in prose, not in code, links or frontmatter. */
export function everyPlace(
  files: readonly SourceFile[],
  locale: Locale,
  [what, by]: Plant,
): Planted[] {
  return files
    .filter(({ path }) => path.startsWith(`articles/${locale}/`))
    .flatMap((file) => {
      const lines = textOf(file).split("\n");
      return lines.flatMap((line, index) =>
        isProse(lines, index)
          ? [...line.matchAll(what)]
              .filter(({ index: at }) => !isMarkup(line, at))
              .map(({ index: at, 0: found }) => {
                const edited = line.slice(0, at) + by + line.slice(at + found.length);
                const text = lines.with(index, edited).join("\n");
                return { path: file.path, line: index + 1, text };
              })
          : [],
      );
    });
}

function isProse(lines: readonly string[], index: number): boolean {
  const fences = lines.slice(0, index).filter((line) => line.trimStart().startsWith("```")).length;
  return index > lines.indexOf("---", 1) && fences % 2 === 0 && lines[index]?.trim() !== "";
}

/** Inside `code`, a link's target, an anchor or a label. */
function isMarkup(line: string, at: number): boolean {
  const spans = line.matchAll(/`[^`]*`|\]\([^)]*\)|\{#[^}]*\}|\[!\w+ [^\]]*\]/g);
  return [...spans].some(({ index, 0: span }) => at >= index && at < index + span.length);
}

/** An article without its first section below the title. */
export function withoutSection(files: readonly SourceFile[], path: string): string {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`Cannot edit "${path}": expected an article`);
  const [head = "", , ...rest] = textOf(file).split(/(?=^## )/m);
  return [head, ...rest].join("");
}
