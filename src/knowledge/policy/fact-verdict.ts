import type { PolicyFact, Verdict } from "../policy.ts";

const VALUES: Readonly<Record<string, Verdict>> = {
  yes: "yes",
  no: "no",
  "not stated": "not-documented",
  "not documented": "not-documented",
};

/** The verdict of a fact that is itself a yes or no; undefined for any other. */
export const factVerdictOf = ({ value }: PolicyFact): Verdict | undefined => VALUES[value ?? ""];
