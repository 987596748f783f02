import type { Check } from "../../restore/restore-plan.ts";
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
