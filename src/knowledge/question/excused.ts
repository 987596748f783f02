import type { Locale } from "../../kernel/locale.ts";
import { agePatterns } from "./age-in.ts";
import type { Heard } from "./heard.ts";
import { COPIES, EVENTFUL, GOING_BACK, allPatterns } from "./held.ts";
import { otherDeedsIn } from "./other-deeds.ts";
import type { Places } from "./marks.ts";
import type { Question } from "./read-question.ts";
import { ASSURANCES } from "./read-question.ts";
import { LONGEST_KEPT_DAYS, LOST } from "./rules/hints.ts";
import type { Signal } from "./signal.ts";
import { PLAIN, TELLING } from "./speech.ts";
import { narrowed, occasionsIn, waysIn } from "./ways-in.ts";

/** What these say may be a denial or a span of time, and is understood: "every week", "not live yet". */
const KNOWN_TURNS: readonly Signal[] = ["automatic", "launched", "schedule"];
const DENIALS: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:not|never|hardly|rarely|t)$/,
  fr: /^(?:pas|jamais|ne|guere)$/,
  nl: /^(?:niet|nooit|geen)$/,
  sv: /^(?:inte|aldrig|ej)$/,
};
/** A time of the day, as a job of one's own has it. */
const CLOCK =
  /(?<!\p{L})(?:at|around|a|vers|om|rond|klockan|kl\.?|runt) (?:half )?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|minuit|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|midnight|middernacht|midnatt)(?: ?(?:o'clock|uur|h|heures?|am|pm))?(?!\p{L})|(?<!\p{L})(?:tous|toutes) les (?:soirs|nuits|matins|jours)(?!\p{L})/u;
/** How far from its copy a word may stand that says the copy came to nothing. */
const FARTHEST = 3;
const NEAREST = 2;

/** What says nothing wherever it stands. */
export function excusedIn(heard: Heard): Places {
  const { question, action, marks, clauses } = heard;
  const { locale } = question;
  const { harmless, conceding } = PLAIN[locale];
  const { idle, coming } = TELLING[locale];
  const barred = barredIn(heard);
  return new Set(
    [
      ...marks.within([harmless, ...ASSURANCES, ...readAge(question)]),
      ...knownTurns(heard),
      ...(action === "restore" ? marks.within([LOST]) : []),
      ...(action === "scheduled-snapshot" ? marks.across([CLOCK]) : []),
      ...marks.after(conceding, clauses),
      ...ailingIn(heard),
      ...marks.across([idle, coming]),
      ...waysIn(heard),
      ...occasionsIn(heard),
    ].filter((at) => !barred.has(at)),
  );
}

const readAge = ({ ageDays }: Question): readonly RegExp[] =>
  ageDays !== undefined && ageDays <= LONGEST_KEPT_DAYS ? agePatterns : [];

/** "Never backed up" holds the words of a habit, and denies it. */
function knownTurns({ question: { locale }, held, marks }: Heard): readonly number[] {
  const known = KNOWN_TURNS.filter((one) => one === "launched" || held.includes(one));
  const others = marks.within(
    allPatterns(
      known.filter((one) => one !== "automatic"),
      locale,
    ),
  );
  const denied = (at: number) => DENIALS[locale].test(marks.words[at]?.word ?? "");
  return [...marks.within(allPatterns(known, locale))].filter(
    (at) => others.has(at) || !denied(at),
  );
}

/** Words that are harmless elsewhere: of a copy that came to nothing, of old times, of what is gone. */
function barredIn(heard: Heard): Places {
  const { question, action, marks, conditions } = heard;
  const { span, recent, coming, idle, gone, former, contrary, event } = TELLING[question.locale];
  const told = [...conditions].flatMap(({ at }) => at);
  const lost = marks.within([gone]);
  const kept = new Set([...agesRead(heard), ...occasionsIn(heard)]);
  return new Set(
    [
      ...failedCopies(heard),
      ...otherDeedsIn(heard),
      ...narrowed(heard),
      ...marks.across([former, contrary, ...(EVENTFUL.has(action) ? [event] : [])]),
      ...told.filter((at) => lost.has(at)),
      ...(GOING_BACK.has(action)
        ? without(marks.within([span]), marks.across([recent, coming, idle]))
        : []),
    ].filter((at) => !kept.has(at)),
  );
}

const agesRead = ({ question, marks }: Heard): Places => marks.within(readAge(question));

const without = (places: Places, others: Places): number[] =>
  [...places].filter((at) => !others.has(at));

/** "The stock isn't right any more" is a reason; of a copy or of the environment it may be a condition. */
function ailingIn({ question: { locale }, action, marks, clauses, conditions }: Heard): number[] {
  const copies = marks.named(allPatterns(COPIES, locale));
  const ailing = marks.across([TELLING[locale].ailing]);
  return clauses
    .filter((one) => GOING_BACK.has(action) || !conditions.has(one))
    .filter(({ at }) => !at.some((place) => copies.has(place)))
    .flatMap(({ at }) => at.filter((place) => ailing.has(place)));
}

/** Words that say of a copy that it came to nothing: right before it, or soon after. */
function failedCopies({ question: { locale }, marks, clauses }: Heard): Places {
  const copies = marks.named(allPatterns(COPIES, locale));
  const near = (at: number): boolean => {
    const clause = clauses.find((one) => one.at.includes(at))?.at ?? [];
    return clause.some((one) => copies.has(one) && one - at <= NEAREST && at - one <= FARTHEST);
  };
  return new Set([...marks.within([TELLING[locale].failed])].filter(near));
}
