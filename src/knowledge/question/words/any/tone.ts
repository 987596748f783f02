import type { Grammar } from "../../signal.ts";

/** The same in every language: how it is said. */
export const TONE: Grammar = {
  ask: /\?["'»”)\s]*$/u,
  moment:
    /(?<![\d.])(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d.])|\d{1,2}\/\d{1,2}(?![\d/])|(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d.])|(?:[01]?\d|2[0-3]) ?h(?![\p{L}\d])|\d{1,2} ?(?:am|pm)(?!\p{L}))|(?<!\p{L})(?:utc|gmt|cest|cet)(?!\p{L})/u,
};
