const LIGATURES: Readonly<Record<string, string>> = { æ: "ae", œ: "oe", ø: "o", ß: "ss" };

/** A lower-case word without accents: `é` and `e` meet, and so do `œ` and `oe`. */
export function foldWord(word: string): string {
  if (/^[\0-\x7F]*$/.test(word)) return word;
  const plain = word.normalize("NFKD").replaceAll(/[\u0300-\u036F]/g, "");
  return plain.replaceAll(/[æœøß]/g, (letter) => LIGATURES[letter] ?? letter);
}
