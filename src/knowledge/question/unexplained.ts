import { clausesOf, sentencesOf, wordsOf } from "./clauses.ts";
import { excusedIn } from "./excused.ts";
import type { Heard } from "./heard.ts";
import { COPIES, GOING_BACK, HABITS, HELD, LOOSE, TONES, allPatterns } from "./held.ts";
import { marksOn } from "./marks.ts";
import type { Places } from "./marks.ts";
import type { Question } from "./read-question.ts";
import { PERMISSION, namesApart } from "./rules/hints.ts";
import type { Signal } from "./signal.ts";
import { isSmall } from "./small-words.ts";
import { PLAIN, TELLING, WAYS } from "./speech.ts";
import type { Standing } from "./standing.ts";
import { standingsOf } from "./standing.ts";
import { tellsOfCondition } from "./subjects.ts";
import { turnedBy, turnedInWish } from "./turned.ts";

/**
 * The words of a question that its reading leaves unexplained, where it reads as `action`. A yes is
 * only as good as the words it has heard: what is none of its action, no name, no small word, no
 * story and no harmless aside may turn the question into another one. Of a wish, which comes with a
 * story, only the words that turn it round count.
 */
export function unexplained(question: Question, action: string, isWish = false): readonly string[] {
  const held = heldOf(question, action);
  if (held === undefined) return [];
  const heard = hear(question, action, held);
  const excused = excusedIn(heard);
  const left = isWish ? leftOfWish(heard) : leftOf(heard);
  const out = isWish ? new Set() : outOfPlace(heard);
  const words = heard.marks.words.flatMap(({ word }, at) =>
    out.has(at) || (left(word, at) && !excused.has(at) && !question.naming.includes(at))
      ? [word]
      : [],
  );
  return namesApart(question, action) ? [...words, ...question.environments] : words;
}

/** On Pro the console neither lists nor restores: there it is more than a place to click. */
const lacksConsole = ({ plans }: Question, action: string): boolean =>
  plans.includes("pro") && (action === "restore" || action === "list-snapshots");

const heldOf = (question: Question, action: string): readonly Signal[] | undefined =>
  HELD[action]?.filter((one) => !(one === "console" && lacksConsole(question, action)));

/** The console where it does nothing, however it is asked for. */
const outOfPlace = ({ question, action, marks }: Heard): Places =>
  lacksConsole(question, action)
    ? marks.named(allPatterns(["console"], question.locale))
    : new Set();

/** Takes a question apart. */
function hear(question: Question, action: string, held: readonly Signal[]): Heard {
  const { text, locale, naming } = question;
  const telling = TELLING[locale];
  const marks = marksOn(text);
  const clauses = clausesOf(text, marks.words, telling.joint);
  const strong = held.filter((one) => !LOOSE.has(one));
  const isHabit = HABITS.has(action);
  const standings = standingsOf({
    clauses,
    sentences: sentencesOf(text),
    deeds: marks.named(allPatterns([...strong, ...COPIES], locale)),
    telling,
    opening: isHabit ? telling.reason : PLAIN[locale].opening,
    limiting: PLAIN[locale].limiting,
  });
  const copies: Places = GOING_BACK.has(action)
    ? marks.named(allPatterns(COPIES, locale))
    : new Set();
  const conditions = new Set(
    clauses.filter(
      (clause, at) =>
        standings[at] !== "core" && tellsOfCondition({ marks, clause, telling, naming, copies }),
    ),
  );
  return { question, action, held, marks, clauses, standings, conditions };
}

type IsLeft = (word: string, at: number) => boolean;

function leftOfWish(heard: Heard): IsLeft {
  const turned = turnedInWish(heard);
  return (_, at) => turned.has(at);
}

/** What is left of a question, clause by clause: a story has to explain less than the question itself. */
function leftOf(heard: Heard): IsLeft {
  const { locale } = heard.question;
  const known = knownIn(heard);
  const turned = turnedBy(heard);
  const where = standingAt(heard);
  return (word, at) => {
    const standing = where.get(at) ?? "core";
    if (turned[standing].has(at)) return true;
    return standing === "core" && !known.has(at) && !isSmall(word, locale);
  };
}

/** The words the reading has understood. */
function knownIn(heard: Heard): Places {
  const { question, action, held, marks, clauses } = heard;
  const { locale } = question;
  const isHabit = HABITS.has(action);
  const { reason } = TELLING[locale];
  return new Set([
    ...marks.named(allPatterns([...held, ...COPIES], locale)),
    ...marks.within([...allPatterns(TONES, locale), ...(isHabit ? [] : [PERMISSION])]),
    ...(isHabit ? [] : marks.across([WAYS[locale].leave])),
    ...askersIn(heard),
    ...marks.after(isHabit ? reason : PLAIN[locale].opening, clauses),
    ...namesOf(heard),
    ...leadingIn(heard),
  ]);
}

/** Who wants to know, claims or wishes; what one may is not among it. */
function askersIn({ question: { locale }, clauses }: Heard): number[] {
  const asker = new RegExp(`^${TELLING[locale].asker.source}`, "u");
  return clauses.flatMap(({ at, text }) => {
    const said = asker.exec(text)?.[0] ?? "";
    return PERMISSION.test(said) ? [] : at.slice(0, wordsOf(said).length);
  });
}

/** What comes before "may I take" in its clause: who asks, and how politely. */
function leadingIn({ question: { locale }, action, held, marks, clauses }: Heard): number[] {
  if (HABITS.has(action)) return [];
  const leave = new Set([...marks.within([PERMISSION]), ...marks.within([WAYS[locale].leave])]);
  const deeds = marks.named(allPatterns([...held, ...COPIES], locale));
  return clauses.flatMap(({ at }) => {
    const deed = at.find((one) => deeds.has(one)) ?? -1;
    const asked = at.findLast((one) => leave.has(one) && one < deed) ?? -1;
    return at.filter((one) => one < asked);
  });
}

/** Names of people; not where one stands for a place, a tool or the one to do it. */
function namesOf({ question: { names, locale }, marks }: Heard): number[] {
  const before = marks.within([TELLING[locale].beforeName]);
  return marks.words.flatMap(({ word }, at) =>
    names.has(word) && !before.has(at - 1) ? [at] : [],
  );
}

/** How each word stands; what may be a condition stands as the question does. */
const standingAt = ({ clauses, standings, conditions }: Heard): ReadonlyMap<number, Standing> =>
  new Map(
    clauses.flatMap((clause, place) =>
      clause.at.map((one): [number, Standing] => [
        one,
        conditions.has(clause) ? "core" : (standings[place] ?? "core"),
      ]),
    ),
  );
