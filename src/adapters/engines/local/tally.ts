import { indexText, type IndexText } from "./index-text.ts";

/** What has gone into an archive so far. */
export type Tally = {
  files: number;
  directories: number;
  links: number;
  bytes: number;
  databases: number;
  torn: number;
  readonly skipped: Record<string, number>;
  /** When the last byte of the data was read. */
  readUntil: number;
  readonly index: IndexText;
};

export const newTally = (): Tally => ({
  files: 0,
  directories: 0,
  links: 0,
  bytes: 0,
  databases: 0,
  torn: 0,
  skipped: {},
  readUntil: 0,
  index: indexText(),
});

/** One line of `.snapdesk/index.jsonl`. */
export type IndexLine =
  | {
      readonly path: string;
      readonly size: number;
      readonly sha256: string;
      readonly mtimeNs: string;
      readonly torn?: true;
      readonly database?: true;
    }
  | { readonly path: string; readonly link: string };

export const INDEX = ".snapdesk/index.jsonl";

/** Adds a line to the index, which becomes the archive's last entry. */
export const addLine = ({ index }: Tally, line: IndexLine): void =>
  index.add(`${JSON.stringify(line)}\n`);

export const skip = (tally: Tally, why: string): void => {
  tally.skipped[why] = (tally.skipped[why] ?? 0) + 1;
};
