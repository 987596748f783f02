const GREETING =
  "hi|hello|hey|dear|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|cher|chère|hej|hejsan|tjena|god morgon|hallo|hoi|dag|beste|goedemorgen|goedemiddag";
const CLOSING =
  "thanks|thank you|cheers|(?:kind |best )?regards|merci|cordialement|bien à vous|tack|hälsningar|mvh|vänligen|bedankt|groeten|groetjes|mvg";
const TITLE = "mr|mrs|ms|dr|mme|m|dhr|mevr|mevrouw|meneer|herr|fru|monsieur|madame";
const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?";

const anyCase = (words: string): string =>
  words.replaceAll(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** What names a person by the place it has in a sentence. The words themselves may be in any case. */
const PATTERNS: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  /https?:\/\/\S+/g,
  /(?<![\d-])[+0]\d[\d ().-]{7,}\d/g,
  /<[@#!][^>]*>/g,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+/gu,
  new RegExp(`(?<![\\p{L}])(?:${anyCase(TITLE)})\\.? ${NAME}`, "gu"),
  new RegExp(`(?<=^(?:${anyCase(GREETING)}),? )${NAME}`, "gu"),
  new RegExp(`(?<=(?<![\\p{L}])(?:${anyCase(CLOSING)})[,!.]? )${NAME}(?=[.!]?$)`, "gu"),
];

/** Stands where a name was. */
const GONE = "…";

/**
 * The words of a question without whom they name: mentions, addresses, numbers to call, people greeted
 * or signing, and every name that is known. Words for things stay, known to the articles or not: a
 * thing nobody wrote about is what a writer wants to see.
 */
export function withoutNames(words: string, known: readonly string[] = []): string {
  const bare = PATTERNS.reduce((text, pattern) => text.replaceAll(pattern, GONE), words);
  const parts = known.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 1);
  const escaped = [...new Set(parts)].map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, "\\$&"));
  const names =
    escaped.length === 0
      ? bare
      : bare.replaceAll(
          new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu"),
          GONE,
        );
  return names
    .replaceAll(/…(?:\s*…)+/g, GONE)
    .replaceAll(/\s+/g, " ")
    .trim();
}
