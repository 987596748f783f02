import type { Heard } from "./heard.ts";
import { EVENTFUL, GOING_BACK, HABITS, allPatterns } from "./held.ts";
import type { Places } from "./marks.ts";
import { LOST, PERMISSION } from "./rules/hints.ts";
import { PLAIN, TELLING } from "./speech.ts";
import type { Standing } from "./standing.ts";

/** Where being reachable is what is asked. */
const ABOUT_DOWNTIME = new Set(["dump-maintenance-mode"]);

/** What turns an answer round, by where it is said: a story may tell of more than a question. */
export function turnedBy(heard: Heard): Readonly<Record<Standing, Places>> {
  const { question, action, marks } = heard;
  const { turning, hands } = PLAIN[question.locale];
  const { span, part, contrary, demand, event, failed, former, recent } = TELLING[question.locale];
  const goesBack = GOING_BACK.has(action);
  const near = marks.across([recent]);
  const turns = [
    ...(EVENTFUL.has(action) ? marks.across([event]) : []),
    ...marks.within([turning, ...(HABITS.has(action) ? [PERMISSION] : [])]),
    ...marks.across([former, contrary]),
  ];
  const parts = ABOUT_DOWNTIME.has(action) ? [] : [...marks.within([part])];
  const demands = [...marks.within([demand])];
  const aged = [...marks.within([span])].filter((at) => !near.has(at));
  const old = goesBack ? aged : [];
  const then = momentsTurning(heard, near);
  const wanted = wantedIn(heard);
  const lost = goesBack ? lostIn(heard, wanted) : new Set<number>();
  const partsWanted = parts.filter((at) => wanted.has(at));
  const said = [...turns, ...marks.within([hands]), ...old];
  return {
    story: new Set([...turns, ...demands, ...partsWanted, ...old]),
    "late-story": new Set([...said, ...parts, ...demands]),
    aside: new Set([...said, ...parts.filter((at) => !lost.has(at)), ...demands]),
    backdrop: new Set([...said, ...demands, ...(goesBack ? then : []), ...marks.within([failed])]),
    core: new Set([...said, ...parts, ...aged, ...then]),
  };
}

/** What turns a wish round, which comes with a story of its own. */
export function turnedInWish({ question: { locale }, marks }: Heard): Places {
  const { turning, hands } = PLAIN[locale];
  return marks.within([turning, hands, TELLING[locale].span]);
}

/** A moment of the past, where none belongs; of what goes back, one that may be too long ago. */
function momentsTurning({ question, held, marks, action }: Heard, near: Places): readonly number[] {
  const goesBack = GOING_BACK.has(action);
  if (held.includes("moment") && !goesBack) return [];
  const moments = marks.within(allPatterns(["moment"], question.locale));
  return [...moments].filter((at) => !(goesBack && near.has(at)));
}

/** The clauses in which something is wanted: elsewhere a part was only lost, and the whole comes back. */
function wantedIn({ question: { locale }, clauses, marks }: Heard): Places {
  const wants = marks.within([...allPatterns(["want", "ask"], locale), PLAIN[locale].limiting]);
  return new Set(
    clauses.filter(({ at }) => at.some((one) => wants.has(one))).flatMap(({ at }) => at),
  );
}

/** The clauses that tell what was lost and want nothing: all of it comes back, that part among it. */
function lostIn({ clauses, marks }: Heard, wanted: Places): Places {
  const lost = marks.within([LOST]);
  return new Set(
    clauses
      .filter(({ at }) => at.some((one) => lost.has(one)) && !at.some((one) => wanted.has(one)))
      .flatMap(({ at }) => at),
  );
}
