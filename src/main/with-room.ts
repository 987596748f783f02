import type { DiskRoom } from "../adapters/stores/disk-room.ts";
import type { Stores } from "../adapters/stores/open-stores.ts";
import { StoreError } from "../desk/store-error.ts";
import type { Answer } from "../knowledge/answer.ts";
import type { RestoreCase } from "../restore/restore-case.ts";

type DeskStores = Stores<RestoreCase, Answer>;

/** The same stores, which take in nothing new where the disk has no room; what is in hand goes on. */
export function withRoom(stores: DeskStores, room: DiskRoom): DeskStores {
  const { drafts, inbox, questions, tickets } = stores;
  const takeIn = async <Kept>(keep: () => Promise<Kept>): Promise<Kept> => {
    if (!room.look()) throw new StoreError("full", new Error("nothing new is taken in"));
    try {
      return await keep();
    } catch (cause) {
      if (cause instanceof StoreError && cause.kind === "full") room.foundFull();
      throw cause;
    }
  };
  return {
    ...stores,
    drafts: { ...drafts, save: (...draft) => takeIn(() => drafts.save(...draft)) },
    inbox: { ...inbox, store: (...event) => takeIn(() => inbox.store(...event)) },
    questions: {
      ...questions,
      record: (...question) => takeIn(() => questions.record(...question)),
    },
    tickets: { ...tickets, open: (...ticket) => takeIn(() => tickets.open(...ticket)) },
  };
}
