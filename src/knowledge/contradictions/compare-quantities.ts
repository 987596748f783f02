import type { Claim } from "./claim.ts";
import type { Difference } from "./difference.ts";
import type { Quantity } from "./quantities.ts";

/** Where one edition states another number, or the same number of something else. */
export function compareQuantities<Key>(claims: ReadonlyMap<Key, Claim>): Difference<Key>[] {
  const found = [...claims].flatMap(([key, { quantities }]) => {
    const others = [...claims]
      .filter(([other]) => other !== key)
      .map(([, claim]) => claim.quantities);
    const difference = differenceFrom(quantities, others);
    return difference === undefined
      ? []
      : [{ rule: "quantity-differs" as const, odd: key, votes: others.length, ...difference }];
  });
  const heaviest = Math.max(...found.map(({ weight }) => weight));
  const [best, ...more] = found.filter(({ weight }) => weight === heaviest).toReversed();
  return best === undefined ? [] : [more.length > 0 ? { ...best, votes: 1 } : best];
}

type Said = { readonly weight: number; readonly reason: string };

function differenceFrom(
  own: readonly Quantity[],
  others: readonly (readonly Quantity[])[],
): Said | undefined {
  const [first = [], ...more] = others;
  const missing = firm(first).filter(
    (one) =>
      more.every((list) => times(list, one) >= times(first, one)) &&
      times(own, one) < times(first, one),
  );
  const extra = firm(own).filter((one) =>
    others.every((list) => times(list, one) < times(own, one)),
  );
  const lost = missing.filter((one) => !extra.some((two) => sameSpan(one, two)));
  const gained = extra.filter((one) => !missing.some((two) => sameSpan(one, two)));
  return changed(lost, gained, own, others) ?? otherUnit(own, others);
}

const firm = (list: readonly Quantity[]): Quantity[] =>
  list.filter((one) => !one.loose && one.value !== "1");

function changed(
  lost: readonly Quantity[],
  gained: readonly Quantity[],
  own: readonly Quantity[],
  others: readonly (readonly Quantity[])[],
): Said | undefined {
  const [gone, come] = [lost[0], gained[0]];
  if (gone !== undefined && come !== undefined) {
    return { weight: 0.95, reason: `says ${shown(come)}, the others say ${shown(gone)}` };
  }
  if (gone !== undefined && times(own, gone) === 0) {
    return { weight: 0.6, reason: `lacks ${shown(gone)}, which the others state` };
  }
  if (come !== undefined && others.every((list) => times(list, come) === 0)) {
    return { weight: 0.6, reason: `states ${shown(come)}, which the others do not` };
  }
  return undefined;
}

/** The same number, but of something that no other edition counts by it. */
function otherUnit(
  own: readonly Quantity[],
  others: readonly (readonly Quantity[])[],
): Said | undefined {
  const [first = []] = others;
  for (const one of own) {
    const unknown = { value: one.value, loose: false };
    const strange = others.every(
      (list) => timesOf(list, one) === 0 && timesOf(list, unknown) <= timesOf(own, unknown),
    );
    if (one.unit === undefined || !strange) continue;
    const usual = first.find(
      (two) =>
        two.value === one.value && others.every((list) => timesOf(list, two) > timesOf(own, two)),
    );
    if (usual === undefined) continue;
    return { weight: 0.9, reason: `says ${shown(one)}, the others say ${shown(usual)}` };
  }
  return undefined;
}

const timesOf = (list: readonly Quantity[], { value, unit }: Quantity): number =>
  list.filter((one) => one.value === value && one.unit === unit).length;

const times = (list: readonly Quantity[], { value }: Quantity): number =>
  list.filter((one) => one.value === value).length;

const shown = ({ value, unit }: Quantity): string =>
  unit === undefined || unit === "version" ? value : `${value} ${unit}`;

const HOURS: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168 };

/** "2 weeks" and "14 days". */
function sameSpan(one: Quantity, other: Quantity): boolean {
  return spanOf(one) === spanOf(other);
}

const spanOf = ({ value, unit = "" }: Quantity): number =>
  Object.hasOwn(HOURS, unit) ? Number(value) * (HOURS[unit] ?? 0) : Number.NaN;
