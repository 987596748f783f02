const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
};

/** Lower case without accents, for comparing what people type: `Göteborg` and `goteborg` are one. */
export function fold(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "");
  return bare.replaceAll(/[øłßæœđ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** A name as its words, folded: `Aix-en-Provence` as `aix en provence`, `d'Auckland` as `d auckland`. */
export const foldName = (name: string): string =>
  fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
