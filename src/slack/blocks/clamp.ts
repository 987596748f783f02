const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Cuts the words of people and articles to what Slack takes, on a whole character, with `…` at the cut. */
export function clamp(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
