import type { Report } from "./article-fault.ts";
import { infoAt, warningAt } from "./article-fault.ts";

/** Stands where a space belongs only between two letters: around links and labels. */
export const SOFT_SPACE = "\uE002";

/** Code inside a line, kept aside while the text around it is repaired. */
export const CODE_OPEN = "\uE000";
export const CODE_CLOSE = "\uE001";

const LABEL = /\[!(?:UICONTROL|DNL|BADGE)\s+([^\][]*)\]/g;
const ATTRIBUTES = /\{(?:\s*(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|“[^”]*”|'[^']*'|[^\s{}"']+)))+\s*\}/g;
const EMPTY_EMPHASIS = /(?<=^|[\s\p{P}\uE002])(?:\*{2,}|_{2,})(?=$|[\s\p{P}\uE002])|\*{4,}/gu;
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const SECOND = `[\u0080-\u00BF${WINDOWS_1252}]`;
const MOJIBAKE = new RegExp(
  `(?:[\u00C2-\u00DF]${SECOND}|[\u00E0-\u00EF]${SECOND}{2}|[\u00F0-\u00F4]${SECOND}{3})+`,
  "g",
);
const STRICT = new TextDecoder("utf-8", { fatal: true });

/**
 * What people read: labels resolved, marks that mean nothing removed without their words, wrong
 * encodings mended, spaces collapsed. Code between its marks is left alone.
 */
export function repairText(raw: string, line: number, report: Report): string {
  const code: string[] = [];
  const aside = raw.replaceAll(/\uE000([^\uE001]*)\uE001/g, (_all, inner: string) => {
    code.push(inner);
    return `${CODE_OPEN}${code.length - 1}${CODE_CLOSE}`;
  });
  const labelled = aside.replaceAll(LABEL, `${SOFT_SPACE}$1${SOFT_SPACE}`);
  if (/\[!(?:UICONTROL|DNL)\b/.test(labelled)) {
    report(warningAt(line, "label-broken", "a label is not closed or nested", raw));
  }
  const calm = removeEmptyMarks(labelled.replaceAll(ATTRIBUTES, ""), line, report);
  const mended = mendEncoding(calm, line, report);
  reportOdd(mended, line, report);
  const spaced = mended
    .replaceAll(/[\u200B\uFEFF]/g, "")
    .replaceAll(/(?<=[\p{L}\p{N}])\uE002+(?=[\p{L}\p{N}])/gu, " ")
    .replaceAll(/\uE002/g, "")
    .replaceAll(/[ \t\n]+/g, " ")
    .replaceAll(/ (?=[.,](?:\s|$))/g, "")
    .trim();
  return spaced.replaceAll(/\uE000(\d+)\uE001/g, (_all, at: string) => code[Number(at)] ?? "");
}

function removeEmptyMarks(text: string, line: number, report: Report): string {
  const padded = text.replaceAll(/(\*\*|__)\s+([^*_]+?)\s*\1/g, " $2 ");
  const bare = padded.replaceAll(EMPTY_EMPHASIS, "");
  if (padded !== text) report(infoAt(line, "emphasis-padded", "spaces inside emphasis", text));
  else if (bare !== text) report(infoAt(line, "emphasis-empty", "emphasis around nothing", text));
  return bare;
}

function mendEncoding(text: string, line: number, report: Report): string {
  const mended = text.replaceAll(MOJIBAKE, (run) => decodedTwice(run) ?? run);
  if (mended !== text) {
    report(warningAt(line, "mojibake", "words in a wrong encoding were repaired", text));
  } else if (/Ã(?:\s|$)/.test(text)) {
    report(warningAt(line, "mojibake-lost", "a character in a wrong encoding is lost", text));
  }
  return mended;
}

function decodedTwice(run: string): string | undefined {
  const bytes = Array.from(run, (one) => {
    const at = WINDOWS_1252.indexOf(one);
    return at === -1 ? one.codePointAt(0) : 0x80 + at;
  });
  if (bytes.some((one) => one === undefined || one > 0xff)) return undefined;
  try {
    return STRICT.decode(Uint8Array.from(bytes.map((one) => one ?? 0)));
  } catch {
    return undefined;
  }
}

function reportOdd(text: string, line: number, report: Report): void {
  const entity = /&[a-z]{2,12};/i.exec(text)?.[0];
  if (entity !== undefined && !/^&(?:lt|gt|amp|quot|nbsp);$/.test(entity)) {
    report(warningAt(line, "entity-unknown", `no such entity: ${entity}`, text));
  }
  if (text.includes("\uFFFD")) {
    report(infoAt(line, "replacement-character", "a character was lost earlier", text));
  }
}
