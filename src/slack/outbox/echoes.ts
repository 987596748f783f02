import { keepLast } from "./keep-last.ts";

/** Our own messages as Slack shows them to us: the proof of a post whose answer was lost. */
export type Echo = { readonly idem: string; readonly channel: string; readonly ts: string };

/** Remembers the last echoes. */
export type Echoes = {
  heard(echo: Echo): void;
  of(idem: string): Echo | undefined;
};

const KEPT = 500;

export function lastEchoes(): Echoes {
  const echoes = new Map<string, Echo>();
  return {
    heard(echo) {
      keepLast(echoes, { key: echo.idem, value: echo, most: KEPT });
    },
    of: (idem) => echoes.get(idem),
  };
}
