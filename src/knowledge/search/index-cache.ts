/**
 * Where indexes and glossaries are kept between starts. Losing it costs time, nothing else; what is
 * damaged or was written by another version is never given back.
 */
export interface IndexCache {
  get(kind: string, key: string): unknown;
  put(kind: string, key: string, value: object): void;
}

/** Changes whenever words are cut, weighed or packed in another way. */
export const ANALYSIS_VERSION = 2;

/** Keeps nothing. */
export const NO_CACHE: IndexCache = { get: () => undefined, put: () => undefined };
