import type { Locale } from "../../kernel/locale.ts";
import { STOP_WORDS } from "../words/stop-words.ts";
import { fold } from "../words/fold.ts";
import { agePatterns } from "./age-in.ts";
import { marksOn } from "./marks.ts";
import { EN } from "./plain/en.ts";
import { FR } from "./plain/fr.ts";
import { NL } from "./plain/nl.ts";
import type { PlainSpeech } from "./plain/plain-speech.ts";
import { SV } from "./plain/sv.ts";
import type { Question } from "./read-question.ts";
import { ASSURANCES, patternsOf } from "./read-question.ts";
import { LONGEST_KEPT_DAYS, LOST, PERMISSION, namesApart } from "./rules/hints.ts";
import type { Signal } from "./signal.ts";

const PLAIN: Readonly<Record<Locale, PlainSpeech>> = { en: EN, fr: FR, nl: NL, sv: SV };

/** What the reading of an action has understood, beside the place and the copy. */
const HELD: Readonly<Record<string, readonly Signal[]>> = {
  "manual-snapshot": ["take", "manual", "command", "console", "live-option"],
  "automatic-snapshot": ["automatic", "take", "launched", "support"],
  restore: ["restore", "take", "manual", "command", "console", "database", "files", "moment"],
  "database-dump": [
    "dump",
    "database",
    "take",
    "download",
    "copy",
    "current",
    "manual",
    "moment",
    "automatic",
    "schedule",
  ],
  "scheduled-snapshot": ["schedule", "automatic", "take", "manual", "command", "moment"],
  "list-snapshots": ["list", "find", "command", "console"],
  "dump-maintenance-mode": ["dump", "maintenance", "downtime", "database", "take"],
  create: ["take", "manual", "recovery-point", "volume", "instance", "data-disk"],
  "roll-back": ["restore", "recovery-point", "instance", "manual"],
  "template-from-snapshot": ["template", "take", "recovery-point", "volume", "instance"],
  "data-disk-from-snapshot": ["data-disk", "take", "volume"],
};
const COPIES: readonly Signal[] = ["backup", "back-up-verb"];
const TONES: readonly Signal[] = ["ask", "how", "want"];
/** What these say may be a denial or a span of time, and is understood: "every week", "not live yet". */
const KNOWN_TURNS: ReadonlySet<Signal> = new Set(["automatic", "launched", "schedule"]);

/** Habits, which nobody needs leave for: "may we" asks for something else. */
const HABITS = new Set(["automatic-snapshot", "dump-maintenance-mode"]);

/**
 * The words of a question that its reading leaves unexplained, where it reads as `action`. A yes is
 * only as good as the words it has heard: what is none of its action, no name, no small word and no
 * harmless aside may turn the question into another one. Of a wish, which comes with a story, only
 * the words that turn it round count.
 */
export function unexplained(question: Question, action: string, isWish = false): readonly string[] {
  const held = HELD[action];
  if (held === undefined) return [];
  const { text, locale } = question;
  const { turning, harmless, opening, conceding } = PLAIN[locale];
  const patterns = (signals: readonly Signal[]) =>
    signals.flatMap((one) => patternsOf(one, locale));
  const isHabit = HABITS.has(action);
  const marks = marksOn(text);
  const turned = marks.within([
    turning,
    ...(isHabit ? [PERMISSION] : []),
    ...(isWish || held.includes("moment") ? [] : patterns(["moment"])),
  ]);
  const conceded = marks.after(conceding);
  const excused = marks.within([
    harmless,
    ...(action === "restore" ? [LOST] : []),
    ...ASSURANCES,
    ...readAge(question),
    ...patterns(held.filter((one) => KNOWN_TURNS.has(one))),
  ]);
  const deeds = marks.named(patterns([...held, ...COPIES]));
  const told = marks.within([...patterns(TONES), ...(isHabit ? [] : [PERMISSION])]);
  const aside = marks.asides(opening, deeds);
  const isExplained = (word: string, at: number): boolean =>
    excused.has(at) ||
    conceded.has(at) ||
    question.naming.includes(at) ||
    (!turned.has(at) &&
      (isWish || [deeds, told, aside].some((places) => places.has(at)) || isSmall(word, locale)));
  const words = marks.words.filter((word, at) => !isExplained(word, at));
  return namesApart(question, action) ? [...words, ...question.environments] : words;
}

const readAge = ({ ageDays }: Question): readonly RegExp[] =>
  ageDays !== undefined && ageDays <= LONGEST_KEPT_DAYS ? agePatterns : [];

const SMALL = new Map<string, ReadonlySet<string>>(
  Object.entries(STOP_WORDS).map(([locale, words]) => [locale, new Set([...words].map(fold))]),
);

const isSmall = (word: string, locale: Locale): boolean =>
  SMALL.get(locale)?.has(word) === true || /^\p{L}$/u.test(word);
