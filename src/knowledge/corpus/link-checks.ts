import type { Article } from "../article.ts";
import type { ArticleFault } from "./article-fault.ts";
import { errorAt, infoAt, warningAt } from "./article-fault.ts";
import type { FoundLink } from "./inline-text.ts";
import type { ReadArticle } from "./read-article.ts";

/** The faults of an article's links, once every article of its language is known. */
export function linkFaults(
  { article, links }: ReadArticle,
  bySlug: ReadonlyMap<string, Article>,
): ArticleFault[] {
  return links.flatMap((link) => faultOf(link, article, bySlug) ?? []);
}

function faultOf(
  link: FoundLink,
  article: Article,
  bySlug: ReadonlyMap<string, Article>,
): ArticleFault | undefined {
  const { target, line } = link;
  if (/^\s*(?:javascript|data|file|vbscript):/i.test(target)) {
    return errorAt(line, "unsafe-link", "a link that could run or open a local file", target);
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(target) || target.startsWith("//")) return undefined;
  const [path = "", anchor = ""] = target.split("#");
  const slug = path === "" ? article.slug : slugOf(path, article.slug);
  if (slug === undefined) return undefined;
  const found = bySlug.get(slug);
  if (found === undefined) return deadLink(link, slug, bySlug);
  if (anchor === "" || hasAnchor(found, decode(anchor))) return undefined;
  return warningAt(line, "link-broken", `no section "${anchor}" in ${slug}`, target);
}

function deadLink(
  { target, line }: FoundLink,
  slug: string,
  bySlug: ReadonlyMap<string, Article>,
): ArticleFault {
  const top = slug.split("/")[0] ?? "";
  const ours =
    !target.startsWith("/") || [...bySlug.keys()].some((one) => one.startsWith(`${top}/`));
  const reason = `no article ${slug}`;
  return ours
    ? warningAt(line, "link-broken", reason, target)
    : infoAt(line, "link-outside", `${reason} in this corpus`, target);
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

const hasAnchor = (article: Article, anchor: string): boolean =>
  article.sections.some((one) => one.anchor === anchor || one.aliases.includes(anchor));

/** The slug a link points at, nothing where it is no article at all. */
function slugOf(path: string, from: string): string | undefined {
  const clean = decode(path.split("?")[0] ?? "");
  if (!/\.(?:md|html)$/.test(clean)) return undefined;
  const parts = clean.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of clean.replace(/\.(?:md|html)$/, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
