import type { AskedQuestion } from "../../desk/asked-question.ts";

/** Asked by a command: there is no message of ours to bring up to date, only the person to tell. */
export const isPrivate = ({ messageTs }: Pick<AskedQuestion, "messageTs">): boolean =>
  messageTs.startsWith("command:");
