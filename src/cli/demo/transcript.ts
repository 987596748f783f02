import type { Message } from "../../workspace/model.ts";
import { print } from "../output.ts";

const WIDTH = 100;

/** Tells the story as it happens, one line of a person or the desk at a time. */
export const transcript = {
  chapter: (title: string): void => print(`\n== ${title} ${"=".repeat(WIDTH - title.length - 4)}`),
  does: (who: string, what: string): void => print(`${who}: ${what}`),
  says: (who: string, words: string): void => print(`${who}: "${words}"`),
  /** What the desk said, as a screen reader would read it. */
  desk: (message: Message): void => print(indented(message.text)),
  text: (text: string): void => print(indented(text)),
};

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
