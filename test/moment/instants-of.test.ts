import { expect, test } from "vitest";

import { instantsOf } from "../../src/moment/instants-of.ts";
import { ZONE_IDS } from "../../src/moment/zones/known-zone.ts";

const MINUTE = 60_000;
const PROBES_MINUTES = [-1500, -61, -60, -31, -1, 0, 1, 29, 30, 59, 60, 61, 1500];

/** Every change of a zone's offset between two years, by the platform's own Temporal. */
function* changesOf(zone: string, from: string, to: string): Generator<number> {
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds > Date.parse(to)) return;
    yield next.epochMilliseconds;
    at = next;
  }
}

function oracle(local: number, zone: string): readonly number[] {
  const plain = Temporal.Instant.fromEpochMilliseconds(local)
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime();
  const zoned = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  );
  const same = zoned.filter((one) => one.toPlainDateTime().equals(plain));
  return [...new Set(same.map(({ epochMilliseconds }) => epochMilliseconds))];
}

function differences(zones: readonly string[], from: string, to: string): readonly string[] {
  return zones.flatMap((zone) =>
    [...changesOf(zone, from, to)].flatMap((change) => {
      const offset = Temporal.Instant.fromEpochMilliseconds(change).toZonedDateTimeISO(zone);
      const around = change + offset.offsetNanoseconds / 1_000_000;
      return PROBES_MINUTES.map((minutes) => around + minutes * MINUTE)
        .filter((local) => String(instantsOf(local, zone)) !== String(oracle(local, zone)))
        .map((local) => `${zone} ${new Date(local).toISOString()}`);
    }),
  );
}

test("instantsOf() agrees with Temporal around every change of every zone from 2024 to 2027", () => {
  expect(differences(ZONE_IDS, "2024-01-01T00:00Z", "2027-12-31T00:00Z")).toEqual([]);
});

/** All zones of the runtime where asked for (a minute and more), else another few on every run. */
function zonesToProbe(): readonly string[] {
  const zones = Intl.supportedValuesOf("timeZone");
  if (process.env["MOMENT_ORACLE"] === "all") return zones;
  const from = Math.floor(Math.random() * zones.length);
  return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((step) => zones[(from + step * 53) % zones.length] ?? []);
}

const probed = zonesToProbe();

test(
  `instantsOf() agrees with Temporal around every change from 1970 to 2040 of ${probed.length > 10 ? "every zone" : probed.join(", ")}`,
  { timeout: 600_000 },
  () => {
    expect(differences(probed, "1970-01-01T00:00Z", "2040-12-31T00:00Z")).toEqual([]);
  },
);

test("instantsOf() agrees with Temporal around every change of difficult zones from 1970 to 2040", () => {
  const zones = [
    "Europe/Paris",
    "Europe/Stockholm",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Scoresbysund",
    "Africa/Casablanca",
    "Asia/Pyongyang",
    "America/Caracas",
    "Europe/Moscow",
    "Antarctica/Troll",
  ];
  expect(differences(zones, "1970-01-01T00:00Z", "2040-12-31T00:00Z")).toEqual([]);
});
