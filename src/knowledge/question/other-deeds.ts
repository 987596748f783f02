import type { Heard } from "./heard.ts";
import { HABITS, TONES, allPatterns } from "./held.ts";
import type { Places } from "./marks.ts";
import { PERMISSION } from "./rules/hints.ts";
import { isSmall } from "./small-words.ts";
import { PLAIN, TELLING } from "./speech.ts";

/** Deeds that say nothing beside another: "use the terminal to take one". */
const VAGUE = /^(?:use|try|utiliser|essayer|gebruiken|proberen|anvanda|prova)$/u;

/**
 * The words of a deed of its own, as in "can we migrate a snapshot": right after "can we", or where
 * its clause has no deed of what was understood. After "before" they only tell the occasion.
 */
export function otherDeedsIn(heard: Heard): Places {
  const { question, action, held, marks, clauses, standings } = heard;
  const { locale } = question;
  if (HABITS.has(action)) return new Set();
  const known = marks.named(allPatterns(held, locale));
  const others = new Set(
    [...marks.within([TELLING[locale].otherDeed])].filter((at) => !known.has(at)),
  );
  const occasions = marks.after(PLAIN[locale].opening, clauses);
  const leave = marks.within([PERMISSION, ...allPatterns(TONES, locale)]);
  const wordAt = (at: number): string => marks.words[at]?.word ?? "";
  const isAsked = (at: number): boolean => {
    if (VAGUE.test(wordAt(at))) return false;
    let before = at - 1;
    while (!leave.has(before) && before >= 0 && isSmall(wordAt(before), locale)) before -= 1;
    return leave.has(before);
  };
  return new Set(
    clauses.flatMap(({ at }, place) => {
      const isUnderstood = at.some((one) => known.has(one));
      return standings[place] === "core"
        ? at.filter(
            (one) => others.has(one) && !occasions.has(one) && (!isUnderstood || isAsked(one)),
          )
        : [];
    }),
  );
}
