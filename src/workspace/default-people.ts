import type { Channel, Person, UserGroup } from "./model.ts";

export const TEAM = "T0LOCAL";
export const OTHER_TEAM = "T0OTHER";
export const APP = "A0LOCAL";
export const BOT_USER = "U0BOT";
export const BOT = "B0BOT";

const member = (id: string, realName: string, locale: string, zone: string): Person => ({
  id,
  team: TEAM,
  name: id.slice(2).toLowerCase(),
  realName,
  locale,
  zone,
  kind: "member",
});

/** Developers of merchants in four languages, staff, an approver, a writer, and people who are not quite members. */
export const DEFAULT_PEOPLE: readonly Person[] = [
  member("U0ANNA", "Anna Berg", "sv-SE", "Europe/Stockholm"),
  member("U0LUC", "Luc Moreau", "fr-FR", "Europe/Paris"),
  member("U0JORIS", "Joris de Vries", "nl-NL", "Europe/Amsterdam"),
  member("U0EVE", "Eve Carter", "en-GB", "Europe/London"),
  member("U0SAM", "Sam Reed", "en-GB", "Europe/London"),
  member("U0INES", "Ines Laurent", "fr-FR", "Europe/Paris"),
  member("U0OMAR", "Omar Haddad", "en-GB", "Europe/London"),
  member("U0KIM", "Kim Lindqvist", "en-GB", "Europe/London"),
  { ...member("U0GUEST", "Gus Guest", "en-GB", "Europe/London"), kind: "guest" },
  {
    id: "U0STRANGER",
    team: OTHER_TEAM,
    name: "stranger",
    realName: "Stella Stranger",
    locale: "en-US",
    kind: "stranger",
  },
  { ...member("U0GONE", "Greta Gone", "sv-SE", "Europe/Stockholm"), kind: "deactivated" },
  { id: "U0OTHERBOT", team: TEAM, name: "otherbot", realName: "Other Bot", kind: "bot" },
];

/** Staff who may be mentioned and authorised together. */
export const DEFAULT_GROUPS: readonly UserGroup[] = [
  {
    id: "S0STAFF",
    handle: "snapdesk-staff",
    name: "Support staff",
    users: ["U0SAM", "U0INES", "U0OMAR"],
  },
];

/** The bot as a person: it writes, reacts and is mentioned. */
export const botPerson = (name: string, realName: string): Person => ({
  id: BOT_USER,
  team: TEAM,
  name,
  realName,
  kind: "bot",
});

const channel = (
  id: string,
  name: string,
  members: readonly string[],
  kind: Channel["kind"] = "public",
): Channel => ({
  id,
  name,
  kind,
  members: new Set([...members, BOT_USER]),
  archived: false,
  shared: false,
});

/** `D0ANNA`: the direct conversation of a person with the bot. */
export const directChannelOf = (user: string): string => user.replace(/^[UW]/, "D");

/** The channels, and a direct conversation for each person. */
export function channelsFor(people: readonly Person[]): readonly Channel[] {
  const humans = people.filter((one) => one.kind !== "bot").map((one) => one.id);
  const staff = ["U0SAM", "U0INES", "U0OMAR"].filter((id) => humans.includes(id));
  const shared = ["U0STRANGER", "U0ANNA", "U0EVE", "U0SAM"].filter((id) => humans.includes(id));
  return [
    channel("C0ASK", "ask-backup", humans),
    channel("C0TRIAGE", "backup-triage", staff, "private"),
    channel("C0KB", "kb", humans),
    { ...channel("C0SHARED", "shared-backup", shared), shared: true },
    ...humans.map((id) => channel(directChannelOf(id), id, [id], "im")),
  ];
}
