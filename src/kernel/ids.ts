/** A person: team and user, `T0LOCAL/U0ANNA`. Two teams may use the same user id. */
export type PersonId = `${string}/${string}`;

/** A ticket as people say it: `RST-1042` a restore, `Q-88` a question. */
export type TicketId = `RST-${number}` | `Q-${number}`;

export const personId = (team: string, user: string): PersonId => `${team}/${user}`;

/** The user part of a person's id, as Slack mentions it. */
export const userOf = (person: PersonId): string => person.slice(person.indexOf("/") + 1);

export const teamOf = (person: PersonId): string => person.slice(0, person.indexOf("/"));

export const isTicketId = (text: unknown): text is TicketId =>
  typeof text === "string" && /^(?:RST|Q)-\d{1,9}$/.test(text);
