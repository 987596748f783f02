import { fold } from "../fold.ts";

/** A word, a number or a sign of a text. */
export type Token = {
  readonly kind: "word" | "number" | "sign";
  readonly text: string;
  /** Lower case, accents kept. */
  readonly low: string;
  /** Lower case, accents dropped. */
  readonly key: string;
  /** Nothing stands between it and the token before: no space, hyphen or apostrophe. */
  readonly glued: boolean;
  /** A hyphen or an apostrophe ties it to the word before. */
  readonly tied: boolean;
  /** A line ends before it. */
  readonly newLine: boolean;
  readonly start: number;
  readonly end: number;
};

const PIECE = /\p{L}[\p{L}\p{M}]*|\d+|\n|\s+|['-](?=\p{L})|[^\p{L}\d\s]/gu;
const MOST_TOKENS = 900;

/**
 * Cuts a text into tokens. Hyphens and apostrophes before a letter are not tokens of their own:
 * `avant-hier`, `d'hier`, `New York-tid` are read word by word.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let [glued, tied, newLine] = [false, false, true];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (tokens.length >= MOST_TOKENS) break;
    if (piece.trim() === "") {
      newLine ||= piece.includes("\n");
      [glued, tied] = [false, false];
    } else if (isTie(piece, text, index)) {
      [glued, tied] = [false, glued];
    } else {
      tokens.push({
        ...readPiece(piece),
        glued,
        tied,
        newLine,
        start: index,
        end: index + piece.length,
      });
      [glued, tied, newLine] = [true, false, false];
    }
  }
  return tokens;
}

/** An apostrophe before a letter always; a hyphen only between two letters. */
function isTie(piece: string, text: string, index: number): boolean {
  if (piece !== "'" && piece !== "-") return false;
  if (!/^\p{L}/u.test(text.slice(index + 1, index + 3))) return false;
  return piece === "'" || /[\p{L}\p{M}]$/u.test(text.slice(Math.max(0, index - 1), index));
}

function readPiece(text: string): Pick<Token, "kind" | "text" | "low" | "key"> {
  const low = text.toLowerCase();
  if (/^\d/.test(text)) return { kind: "number", text, low, key: low };
  return { kind: /^\p{L}/u.test(text) ? "word" : "sign", text, low, key: fold(text) };
}
