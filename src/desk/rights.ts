import type { PersonId } from "../kernel/ids.ts";

/** What a person may do at the desk, as known at this moment. */
export type Rights = {
  /** May claim, plan, run and hand over. */
  readonly staff: boolean;
  /** May approve restore plans of others. */
  readonly approver: boolean;
  /** Writes the articles: may judge what the desk finds in them. Staff may too. */
  readonly writer?: boolean;
  /** Guest, other team, deactivated or bot: public answers only. */
  readonly foreign: boolean;
};

/** Asked at the click, again inside the commit that uses it, again when the job starts. */
export type RightsOf = (person: PersonId) => Rights;
