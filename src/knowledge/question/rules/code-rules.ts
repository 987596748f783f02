import type { Context, Rule } from "../subject.ts";
import { when } from "../subject.ts";
import { hasCopy, saysWhenRestoring } from "./hints.ts";

const undoesCode = ({ has }: Context): boolean => has("how") && !has("change");

/** Code: no snapshot holds it, no restore touches it; Git rolls it back. */
export const CODE_RULES: Rule = when(
  ({ has }) => has("code") && (!has("dump") || has("backup")),
  when(
    (context) => context.has("restore") && hasCopy(context),
    when(
      ({ any }) => any("change", "contents", "ask"),
      (context) => undoesCode(context) && "roll-back-code",
      () => "restore-changes-code",
    ),
  ),
  (context) => saysWhenRestoring(context) && "restore-changes-code",
  ({ has }) => has("restore", "change", "ask") && !has("how") && "restore-changes-code",
  ({ has }) => has("restore") && "roll-back-code",
  (context) =>
    hasCopy(context) &&
    context.any("contents", "change", "back-up-verb", "retrieve", "download", "kept") &&
    "code-in-snapshot",
);
