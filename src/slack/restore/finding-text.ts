import type { LeftOut } from "../../restore/left-out.ts";
import type { Check } from "../../restore/restore-plan.ts";
import { context } from "../blocks/elements.ts";
import type { Block } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import type { Text } from "../text/text.ts";
import { bytesText } from "./bytes-text.ts";

type Names = Readonly<Record<string, string>>;

/** A finding of an engine in words; one without words of ours is shown as its code. */
export function checkText({ code, ok, values = {} }: Check, { finding }: Text): string {
  const [first, second]: readonly Names[] = ok
    ? [finding.holds, finding.fails]
    : [finding.fails, finding.holds];
  const said = first?.[code] ?? second?.[code] ?? code;
  const { needed, free } = values;
  if (typeof needed === "number" && typeof free === "number") {
    return `${escapeMrkdwn(said)} (${finding.space(bytesText(needed), bytesText(free))})`;
  }
  const told = Object.values(values).map(String).join(", ");
  return escapeMrkdwn(told === "" ? said : `${said} (${told})`);
}

/** Why an engine failed, by the kind of its failure; the kind itself where we have no words for it. */
export function failureText(kind: string, { finding }: Text): string {
  const names: Names = finding.failure;
  return Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind;
}

type Looked = { readonly leftOut?: readonly LeftOut[] };

/** How many snapshots were not looked at, and why: a sentence for each reason. */
export const leftOutTexts = ({ leftOut = [] }: Looked, { finding }: Text): string[] =>
  leftOut.map(({ why, count }) => finding.leftOut[why](count));

/** The same below what was found without them. */
export const leftOutBlocks = (found: Looked, text: Text): Block[] =>
  leftOutTexts(found, text).map((said, at) => context(`left-out${at}`, `:warning: ${said}`));
