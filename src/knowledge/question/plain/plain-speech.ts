/** What people say around a question without changing its answer, and what changes it from afar. */
export type PlainSpeech = {
  /** Words and turns of phrase that change no answer: the shop, the team, the occasion, a tag. */
  readonly harmless: RegExp;
  /** Denials, comparisons, other deeds: they count wherever they stand. */
  readonly turning: RegExp;
  /** Other people's hands: they count where something is asked for. */
  readonly hands: RegExp;
  /** Words that leave the rest out: only. */
  readonly limiting: RegExp;
  /** What opens an aside about the occasion: before, because, while, even if. */
  readonly opening: RegExp;
  /** What opens a concession, which turns nothing round whatever it denies: even for, even if. */
  readonly conceding: RegExp;
};
