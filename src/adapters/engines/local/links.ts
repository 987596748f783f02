import { posix } from "node:path";

/** Whether a link's own text stays below the root it stands in: the first name of its path. */
export function staysInside(path: string, target: string): boolean {
  if (target === "" || posix.isAbsolute(target) || target.includes("\0")) return false;
  const [root = ""] = path.split("/");
  const reached = posix.normalize(posix.join(posix.dirname(path), target));
  return reached === root || reached.startsWith(`${root}/`);
}

const MAX_HOPS = 40;

/**
 * Whether following a link, step by step as the file system would, ever leaves the root. A chain of
 * links can leave although the text of each one stays inside. One in a circle leads nowhere.
 *
 * @param links every link there is, by its path
 */
export function resolvesInside(path: string, links: ReadonlyMap<string, string>): boolean {
  let hops = 0;
  const here: string[] = [];
  const ahead = path.split("/");
  for (let step = ahead.shift(); step !== undefined; step = ahead.shift()) {
    if (step === "" || step === ".") continue;
    if (step === "..") {
      if (here.pop() === undefined) return false;
      continue;
    }
    here.push(step);
    const target = links.get(here.join("/"));
    if (target === undefined) continue;
    hops += 1;
    if (hops > MAX_HOPS) return true;
    if (target.startsWith("/")) return false;
    here.pop();
    ahead.unshift(...target.split("/"));
  }
  return true;
}

/** The links of which none leads outside: leaving one out changes where others lead, so it looks again. */
export function linksInside<Link extends { readonly path: string; readonly target: string }>(
  links: readonly Link[],
): readonly Link[] {
  const targets = new Map(links.map(({ path, target }) => [path, target]));
  const inside = links.filter(({ path }) => resolvesInside(path, targets));
  return inside.length === links.length ? links : linksInside(inside);
}
