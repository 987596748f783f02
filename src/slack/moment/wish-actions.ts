import type { Clock } from "../../kernel/clock.ts";
import type { ActionTable } from "../app/turn.ts";
import { isPrivate } from "../knowledge/is-private.ts";
import { questionOf } from "../knowledge/knowledge-actions.ts";
import { renderAnswer } from "../knowledge/render-answer.ts";
import { chooseMoment } from "./settle-wish.ts";
import type { WishNeeds } from "./settle-wish.ts";
import { wishReader } from "./wish-reader.ts";

/** The buttons below a question about a moment. The second click changes nothing, and the clicker is told. */
export function wishActions(needs: WishNeeds & { readonly now: Clock }): ActionTable {
  return {
    "moment.choose": async ({ value, variant, ack, tell, text }) => {
      const question = await questionOf(needs, value);
      const settled =
        question === undefined ? undefined : await chooseMoment(needs, question, variant);
      await ack();
      if (settled === undefined) return tell(text.knowledge.alreadyChosen);
      if (isPrivate(settled)) {
        await tell(renderAnswer(settled, wishReader(needs, settled)));
      }
    },
  };
}
