/** What people are shown, made ready for cutting into words. Capitals stay: camelCase needs them. */
export const searchText = (display: string): string =>
  display
    .normalize("NFC")
    .replaceAll(/[\u200B-\u200D\uFEFF\u00AD]/g, "")
    .replaceAll(/[\u00A0\u202F\u2009]/g, " ")
    .replaceAll(/[\u2019\u00B4\u0060\u02BC]/g, "'");
