/** Date, time and zone before they are checked: still only text. */
export type WallClock = {
  /** Calendar day, `yyyy-MM-dd`. */
  readonly date: string;
  /** 24-hour clock, `HH:mm` or `HH:mm:ss`; never `24:00`. */
  readonly time: string;
  /** IANA name from our own list, `UTC`, or a fixed offset `±hh:mm` (a picker may say `UTC±hh:mm`). */
  readonly zone: string;
  /** What the person wrote or picked, word for word. */
  readonly words: string;
};
