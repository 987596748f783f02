import type { MomentTexts, Span } from "../../texts.ts";

const counted = ({ count, unit }: Span): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** The texts of this capability in English. */
export const texts: MomentTexts = {
  ago: (span) => `${counted(span)} ago`,
  ahead: (span) => `in ${counted(span)}`,
  justNow: "less than a minute ago",
  problems: {
    "ambiguous-zone": ({ typed }) =>
      `“${typed}” stands for more than one time zone. Which one do you mean?`,
    "unknown-zone": ({ typed }) =>
      `I do not know the time zone “${typed}”. Which city or UTC offset is it?`,
    "zone-offset-mismatch": ({ typed }) =>
      `“${typed}” does not fit together: the time zone and the offset disagree on that date. Which reading is right?`,
    "dst-overlap": ({ from, day, zone }) =>
      `${from} happened twice on ${day} in ${zone}, because the clocks were turned back. Which one do you mean?`,
    "dst-gap": ({ typed, zone, from, to, earlier, later }) =>
      `${typed} never happened in ${zone}: the clocks jumped from ${from} to ${to}. The nearest readings are ${earlier} and ${later}.`,
    "ambiguous-date": ({ typed }) =>
      `“${typed}” can be read as more than one date. Which one do you mean?`,
    "missing-year": ({ typed }) => `Which year do you mean by “${typed}”?`,
    "incomplete-date": ({ typed }) => `“${typed}” does not name one day. Which day do you mean?`,
    "weekday-mismatch": ({ typed, day }) =>
      `You wrote “${typed}”, but that date is ${day}. Which day do you mean?`,
    "ambiguous-midnight": () => "Do you mean midnight at the start or at the end of that day?",
    "ambiguous-time": ({ typed }) =>
      `Is “${typed}” in the morning or in the afternoon? A 24-hour time, such as 14:30, is the clearest.`,
    "approximate-time": ({ typed }) =>
      `“${typed}” is not exact. Which time exactly should be brought back?`,
    "multiple-dates": () => "You gave more than one date. Which one do you mean?",
    "multiple-times": () => "You gave more than one time. Which one do you mean?",
    "relative-duration": ({ day, from }) =>
      `That is ${from} UTC on ${day}. Which time zone should I show it in?`,
    future: () =>
      "That moment has not happened yet. Only a moment in the past can be brought back.",
    "outside-retention": ({ earlier }) =>
      `That moment is older than what is kept. The earliest possible is ${earlier}.`,
    "impossible-date": ({ typed }) => `The date “${typed}” does not exist. Please check it.`,
    "impossible-time": ({ typed }) =>
      `The time “${typed}” does not exist. Please use the 24-hour clock, from 00:00 to 23:59.`,
    "unparsed-residue": ({ typed }) =>
      `I did not understand “${typed}”. Please give date, time and time zone again.`,
  },
  missing: {
    date: "Which date do you mean?",
    time: "What time on that day do you mean?",
    timezone: "Which time zone is that time in?",
    "date+time": "Which date and what time do you mean?",
    "date+timezone": "Which date do you mean, and in which time zone?",
    "time+timezone": "What time on that day do you mean, and in which time zone?",
    "date+time+timezone": "Which date, what time and which time zone do you mean?",
  },
  first: "first",
  second: "second",
  summerTime: "summer time",
  winterTime: "winter time",
  startOfDay: "start of the day",
  endOfDay: "end of the day",
};
