import { expect, test } from "vitest";

import { momentLine } from "../../src/moment/moment-line.ts";

const NOW = "2026-11-20T12:00:00Z";

test("momentLine() gives the wall clock and the instant in UTC", () => {
  const text = "restaurer au 5 novembre 2026 à 14h30 heure de Lyon";
  expect(momentLine({ id: "a", text, now: NOW, locale: "fr" })).toEqual({
    id: "a",
    status: "ok",
    date: "2026-11-05",
    time: "14:30",
    zone: "Europe/Paris",
    instantUtc: "2026-11-05T13:30:00Z",
  });
});

test("momentLine() keeps what is known, and proposes the profile's zone", () => {
  expect(momentLine({ text: "igår kl 14", now: NOW, userTz: "Europe/Stockholm" })).toEqual({
    status: "needs",
    date: "2026-11-19",
    time: "14:00",
    missing: ["timezone"],
    proposal: "Europe/Stockholm",
  });
});

test("momentLine() lists days for a question about the day, instants for the others", () => {
  const day = momentLine({ text: "förra tisdagen kl 10 svensk tid", now: NOW, locale: "sv" });
  expect(day).toMatchObject({ reason: "ambiguous-date", candidates: ["2026-11-17", "2026-11-10"] });
  const twice = momentLine({ text: "25/10/2026 2u30 Brussel", now: NOW, locale: "nl" });
  expect(twice).toMatchObject({
    reason: "dst-overlap",
    candidates: ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
  });
});

test("momentLine() refuses with the reason", () => {
  const input = { text: "3 May 2026 10:00 UTC", now: NOW, earliest: "2026-10-01T00:00:00Z" };
  expect(momentLine(input)).toMatchObject({
    status: "reject",
    reason: "outside-retention",
    candidates: ["2026-10-01T00:00:00Z"],
  });
});

test.each([null, undefined, "Mars/Olympus"])(
  "momentLine() survives the profile zone %s",
  (userTz) => {
    const { proposal } = momentLine({
      text: "igår",
      now: NOW,
      ...(userTz === undefined ? {} : { userTz }),
    });
    expect(proposal).toBeUndefined();
  },
);

test("momentLine() throws where now is no instant", () => {
  expect(() => momentLine({ text: "igår", now: "noon" })).toThrow('Cannot read instant "noon"');
});
