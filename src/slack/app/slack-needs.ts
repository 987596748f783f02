import type { Inbox, Outbox, QuestionStore, TicketStore } from "../../desk/ports.ts";
import type { Deed } from "../../desk/deed.ts";
import type { FromCard } from "../../desk/desk-problem.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Answer } from "../../knowledge/answer.ts";
import type { KnowledgeDoor } from "../knowledge/knowledge-door.ts";
import type { People } from "../identity/people.ts";
import type { Pace } from "../outbox/channel-pace.ts";
import type { Log } from "./log.ts";
import type { SlackConfig } from "./slack-config.ts";

type OnTicket = Omit<FromCard, "version">;

/** Everything people do at the desk, as it is composed by the program that starts it. */
export type DeskDeeds = {
  readonly takeOver: Deed<OnTicket>;
  readonly requesterWrote: Deed<OnTicket & { readonly words: string }>;
};

/** What the app needs to run. */
export type SlackNeeds = {
  readonly config: SlackConfig;
  readonly people: People;
  readonly knowledge: KnowledgeDoor;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly questions: QuestionStore<Answer>;
  readonly tickets: TicketStore;
  readonly deeds: DeskDeeds;
  readonly now: Clock;
  readonly log: Log;
  /** Calls back after commits that left something to say. Returns how to stop. */
  readonly onWork?: (listener: () => void) => () => void;
  readonly pace?: Pace;
  /** Name of this process among several. */
  readonly name?: string;
};
