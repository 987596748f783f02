import type { ArticleCache } from "../../knowledge/corpus.ts";
import type { SearchCache } from "./search-cache.ts";

type Kept = ArticleCache extends Map<string, infer Value> ? Value : never;

const KIND = "article";
/** Articles of older texts are dropped once there are so many times more than are in use. */
const MOST_STALE = 3;

/** Articles already read, kept between starts by the digest of their text. */
export class KeptArticles extends Map<string, Kept> {
  readonly #cache: SearchCache;
  readonly #fresh = new Set<string>();

  constructor(cache: SearchCache) {
    super();
    this.#cache = cache;
  }

  override get(key: string): Kept | undefined {
    const known = super.get(key);
    if (known !== undefined) return known;
    const kept = this.#cache.get(KIND, key) as Kept | undefined;
    if (kept !== undefined) super.set(key, kept);
    return kept;
  }

  override set(key: string, article: Kept): this {
    this.#fresh.add(key);
    return super.set(key, article);
  }

  /** Writes what was read for the first time, and drops old texts where they grow too many. */
  flush(): void {
    if (this.#fresh.size === 0) return;
    this.#cache.together(() => {
      for (const key of this.#fresh) {
        const article = super.get(key);
        if (article !== undefined) this.#cache.put(KIND, key, article);
      }
      this.#dropStale();
    });
    this.#fresh.clear();
  }

  #dropStale(): void {
    const keys = this.#cache.keys(KIND);
    if (keys.length <= MOST_STALE * Math.max(100, this.size)) return;
    for (const key of keys) if (!this.has(key)) this.#cache.delete(KIND, key);
  }
}
