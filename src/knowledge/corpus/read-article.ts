import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { isLocale } from "../../kernel/locale.ts";
import type { Locale } from "../../kernel/locale.ts";
import { ENVIRONMENTS, PLANS, PRODUCTS } from "../../kernel/product.ts";
import type { Article, Block, Section } from "../article.ts";
import type { ArticleFault, Report } from "./article-fault.ts";
import { errorAt, infoAt, warningAt } from "./article-fault.ts";
import { displayOf } from "./blocks-of.ts";
import type { Frontmatter } from "./frontmatter.ts";
import { isYes, splitFrontmatter } from "./frontmatter.ts";
import type { FoundLink } from "./inline-text.ts";
import type { FindInclude } from "./prepare-lines.ts";
import { checkFolds, prepareLines } from "./prepare-lines.ts";
import type { Prose } from "./prose.ts";
import { proseOf } from "./prose.ts";
import { sectionsOf } from "./sections-of.ts";
import type { SourceLine } from "./source-lines.ts";
import { linesOf } from "./source-lines.ts";

const PARSER = unified().use(remarkParse).use(remarkGfm);
const FEW_WORDS = 30;

/** An article as it was read, with what the checks of the whole corpus still need. */
export type ReadArticle = {
  readonly article: Article;
  readonly links: readonly FoundLink[];
  readonly faults: readonly ArticleFault[];
  readonly prose: Prose;
};

export type ArticlePlace = {
  readonly file: string;
  readonly locale: Locale;
  readonly slug: string;
};

/** Reads one markdown file of one locale. */
export function readArticle(text: string, place: ArticlePlace, include: FindInclude): ReadArticle {
  const faults: ArticleFault[] = [];
  const links: FoundLink[] = [];
  const report: Report = (fault) => faults.push(fault);
  const { front, body } = splitFrontmatter(linesOf(text, place.file), report);
  checkFolds(body, report);
  const lines = prepareLines(body, include, report);
  const real = (line: number) => lines[line - 1]?.line ?? line;
  const context = {
    locale: place.locale,
    report: (fault: ArticleFault) => report({ ...fault, line: real(fault.line) }),
    onLink: (link: FoundLink) => links.push({ ...link, line: real(link.line) }),
    rawOf: (from: number, to: number) => rawLines(lines, from, to),
  };
  const tree = PARSER.parse(lines.map((line) => line.text).join("\n"));
  const { sections, heading } = sectionsOf(tree.children, context);
  const placed = sections.map((section) => placedSection(section, real));
  const named = titleOf(front, heading, { tree, place, report });
  const article: Article = {
    ...place,
    ...named,
    status: statusOf(front, tree),
    ...scopeOf(front),
    sections: placed.map((one) => (one.heading === "" ? { ...one, heading: named.title } : one)),
  };
  const words = placed.flatMap(({ blocks }) => blocks.flatMap((one) => one.display.split(/\s+/)));
  if (article.status === "article" && words.length < FEW_WORDS) {
    report(infoAt(1, "near-empty", `only ${words.length} words`));
  }
  return { article, links, faults, prose: proseOf(article) };
}

const placedSection = (section: Section, real: (line: number) => number): Section => ({
  ...section,
  lines: [real(section.lines[0]), real(section.lines[1])],
  blocks: section.blocks.map((block) => placedBlock(block, real)),
});

const placedBlock = (block: Block, real: (line: number) => number): Block => ({
  ...block,
  line: real(block.line),
});

const rawLines = (lines: readonly SourceLine[], from: number, to: number): string =>
  lines
    .slice(from - 1, to)
    .map((line) => line.text)
    .join("\n");

type Titling = { readonly tree: Root; readonly place: ArticlePlace; readonly report: Report };

function titleOf(
  front: Frontmatter,
  heading: string | undefined,
  { place, report }: Titling,
): Pick<Article, "title" | "heading" | "description"> {
  const clean = (text: string | undefined) => cleanLine(text ?? "", report);
  const stated = clean(front.scalars.get("title"));
  const title = stated === "" ? (heading ?? "") : stated;
  const description = clean(front.scalars.get("description"));
  if (title === "") report(warningAt(1, "title-missing", "neither a title nor a heading"));
  return {
    title: title === "" ? fileWords(place.slug) : title,
    ...(heading === undefined || heading === title ? {} : { heading }),
    ...(description === "" ? {} : { description }),
  };
}

/** One line of frontmatter as people read it: entities, labels and links resolved. */
function cleanLine(text: string, report: Report): string {
  if (text.trim() === "") return "";
  const first = PARSER.parse(`# ${text.replaceAll(/\s+/g, " ")}`).children[0];
  if (first?.type !== "heading") return text.trim();
  return displayOf(first.children, 2, { report, onLink: () => undefined });
}

const fileWords = (slug: string): string =>
  (slug.split("/").at(-1) ?? slug).replaceAll(/[-_]+/g, " ");

function statusOf(front: Frontmatter, tree: Root): Article["status"] {
  if (isYes(front.scalars.get("hide"))) return "hidden";
  if (front.scalars.has("user-guide-title")) return "not-an-article";
  const content = tree.children.filter((node) => node.type !== "heading");
  const onlyName = front.scalars.has("name") && !front.scalars.has("title");
  if (onlyName && content.length === 0) return "not-an-article";
  const menu = content.length === 1 && content[0]?.type === "list" && isMenu(content[0]);
  return menu ? "not-an-article" : "article";
}

/** A list whose every entry is nothing but a link, nested. */
function isMenu(list: Extract<Root["children"][number], { type: "list" }>): boolean {
  return list.children.every((item) =>
    item.children.every((child) => {
      if (child.type === "list") return isMenu(child);
      if (child.type !== "paragraph") return false;
      return child.children.every((one) => one.type === "link" || isShortText(one));
    }),
  );
}

const isShortText = (node: { readonly type: string; readonly value?: unknown }): boolean =>
  node.type === "text" && String(node.value).trim().split(/\s+/).length <= 8;

function scopeOf(front: Frontmatter): Partial<Article> {
  const known = <One extends string>(names: readonly One[], key: string): One[] => {
    const listed = front.lists.get(key) ?? [front.scalars.get(key) ?? ""];
    return names.filter((name) => listed.includes(name));
  };
  const product = known(PRODUCTS, "product")[0];
  const [plans, environments] = [known(PLANS, "plans"), known(ENVIRONMENTS, "environments")];
  const edition =
    front.scalars.get("edition") ??
    front.scalars.get("source-git-commit") ??
    front.scalars.get("last-update");
  const sources = front.lists.get("source");
  return {
    ...(product === undefined ? {} : { product }),
    ...(plans.length === 0 ? {} : { plans }),
    ...(environments.length === 0 ? {} : { environments }),
    ...(edition === undefined || edition === "" ? {} : { edition }),
    ...(sources === undefined ? {} : { sources }),
  };
}

/** Locale and slug of a path: `articles/<locale>/<slug>.md` or `<locale>/<slug>.md`. */
export function placeOf(path: string): ArticlePlace | "unknown-locale" | undefined {
  const below = path.startsWith("articles/") ? path.slice("articles/".length) : path;
  const [folder = "", ...rest] = below.split("/");
  const name = rest.join("/");
  if (!name.endsWith(".md") || rest.some((part) => part.startsWith(".") || part === "_includes")) {
    return undefined;
  }
  if (/^(?:readme|licen[cs]e|contributing)\.md$/i.test(name)) return undefined;
  if (!isLocale(folder))
    return /^[a-z]{2}(?:-[A-Za-z]{2})?$/.test(folder) ? "unknown-locale" : undefined;
  return { file: path, locale: folder, slug: name.slice(0, -".md".length) };
}

/** What is said of a file that cannot be read at all. */
export const unreadable = (rule: string, reason: string): ArticleFault => errorAt(1, rule, reason);
