/**
 * Where indexes and glossaries are kept between starts. Losing it costs time, nothing else; what is
 * damaged or was made by other code is never given back.
 */
export interface IndexCache {
  get(kind: string, key: string): unknown;
  put(kind: string, key: string, value: object): void;
}

/** Keeps nothing. */
export const NO_CACHE: IndexCache = { get: () => undefined, put: () => undefined };
