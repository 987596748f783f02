import type { Claim } from "./claim.ts";
import type { Difference } from "./difference.ts";
import type { Mention } from "./mentions.ts";

type Kind = Mention["kind"];

/** Where one edition names another plan or another environment. */
export function compareMentions<Key>(
  claims: ReadonlyMap<Key, Claim>,
  kind: Kind,
): Difference<Key>[] {
  const named = new Map(
    [...claims].map(([key, { mentions }]) => [key, mentions.filter((one) => one.kind === kind)]),
  );
  const rule = kind === "plan" ? ("plan-differs" as const) : ("environment-differs" as const);
  const found = [...named].flatMap(([key, own]) => {
    const others = [...named].filter(([other]) => other !== key).map(([, list]) => list);
    const difference = differenceFrom(own, others);
    return difference === undefined
      ? []
      : [{ rule, odd: key, votes: others.length, ...difference }];
  });
  const heaviest = Math.max(...found.map(({ weight }) => weight));
  const [best, ...more] = found.filter(({ weight }) => weight === heaviest).toReversed();
  return best === undefined ? [] : [more.length > 0 ? { ...best, votes: 1 } : best];
}

type Said = { readonly weight: number; readonly reason: string };

function differenceFrom(
  own: readonly Mention[],
  others: readonly (readonly Mention[])[],
): Said | undefined {
  const concepts = new Set([own, ...others].flat().map(({ concept }) => concept));
  const lost: string[] = [];
  const gained: string[] = [];
  for (const concept of concepts) {
    const mine = times(own, concept);
    const theirs = others.map((list) => times(list, concept));
    const firm = others.map((list) => times(list.filter(isFirm), concept));
    if (mine < Math.min(...firm)) lost.push(concept);
    if (times(own.filter(isFirm), concept) > Math.max(...theirs)) gained.push(concept);
  }
  const [gone, come] = [lost[0], gained[0]];
  if (gone !== undefined && come !== undefined) {
    return { weight: 0.9, reason: `names ${come}, the others name ${gone}` };
  }
  if (gone !== undefined && times(own, gone) === 0) {
    return { weight: 0.55, reason: `does not name ${gone}, the others do` };
  }
  if (come !== undefined && others.every((list) => times(list, come) === 0)) {
    return { weight: 0.55, reason: `names ${come}, the others do not` };
  }
  return otherOrder(own, others);
}

const isFirm = ({ loose }: Mention): boolean => !loose;

const times = (list: readonly Mention[], concept: string): number =>
  list.filter((one) => one.concept === concept).length;

/** Two that are named one after the other, not in one breath, and by all others the other way round. */
function otherOrder(
  own: readonly Mention[],
  others: readonly (readonly Mention[])[],
): Said | undefined {
  const mine = onceNamed(own);
  const theirs = others.map(onceNamed);
  if (others.length < 2) return undefined;
  for (const [before, place] of mine) {
    for (const [after, later] of mine) {
      if (place >= later) continue;
      const turned = theirs.every((one) => (one.get(before) ?? -1) > (one.get(after) ?? Infinity));
      if (!turned) continue;
      const reason = `names ${before} before ${after}, the others after it`;
      return { weight: 0.7, reason };
    }
  }
  return undefined;
}

/** The place of every concept that is named exactly once; those named in one breath share one. */
function onceNamed(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let place = 0;
  for (const { concept, joined } of mentions) {
    if (!joined) place += 1;
    if (times(mentions, concept) === 1) places.set(concept, place);
  }
  return places;
}
