const MOST_IN_ALL = 2_000;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g;
const INVISIBLE = /(?:\p{Cf}|\u180E|\uFE0E|\uFE0F)/gu;
const APOSTROPHES = /[\u2018\u2019\u201A\u201B\u02BC\u0060\u00B4\uFF07]/g;
const MARKUP = /<([^<>|\n]{0,400})(?:\|([^<>\n]{0,400}))?>/g;
const FENCE = "```";

/** The words of a message as plain text: marks of Slack, odd spaces and dashes made ordinary, capped. */
export function plainText(words: string): string {
  const capped = words.slice(0, MOST_IN_ALL).normalize("NFC").slice(0, MOST_IN_ALL);
  return dropCode(capped)
    .replaceAll(MARKUP, (_all, target: string, label?: string) => label ?? shownTarget(target))
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(INVISIBLE, "")
    .replaceAll(DASHES, "-")
    .replaceAll(SPACES, " ")
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(/[０-９：]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0));
}

/** `<https://x>`, `<@U1>`, `<!date^…>`: nothing of it states a time. */
const shownTarget = (target: string): string =>
  /^[@#!]|:\/\/|^mailto:|^tel:/.test(target) ? " " : target;

/** Leaves code out, but not an instant that was only set in code marks. */
function dropCode(text: string): string {
  const outside = text.split(FENCE).filter((_part, index) => index % 2 === 0);
  const closed = outside.join(" ");
  return closed.replaceAll(/`([^`\n]{0,200})`/g, (_all, code: string) =>
    ISO_INSTANT.test(code) ? ` ${code} ` : " ",
  );
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.]{0,13} ?(?:Z|[+-]\d\d:?\d\d)?)?$/i;
