/** Lower case without accents, curly apostrophes and odd spaces: what typing and search compare. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .replaceAll(/[\u00A0\u202F\u2009]/g, " ")
    .replaceAll(/[\u200B\u00AD\uFEFF]/g, "")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o");
