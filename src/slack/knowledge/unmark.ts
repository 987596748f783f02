const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * What a person wrote, without Slack's markup: addresses and names as words, entities decoded,
 * curly quotes and hard spaces as plain ones. Mentions of people are dropped.
 */
export function unmark(text: string): string {
  return text
    .replaceAll(/<@[^>]*>/g, " ")
    .replaceAll(/<#[^|>]*\|([^>]*)>/g, "#$1")
    .replaceAll(/<![^|>]*\|([^>]*)>/g, "$1")
    .replaceAll(/<![^>]*>/g, " ")
    .replaceAll(/<(?:mailto:)?[^|>]*\|([^>]*)>/g, "$1")
    .replaceAll(/<(?:mailto:)?([^>\s]+)>/g, "$1")
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201C\u201D]/g, '"')
    .replaceAll(/[\u00A0\u202F]/g, " ")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
}
