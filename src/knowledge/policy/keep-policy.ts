import { digestOf } from "../../kernel/digest.ts";
import type { SourceFile } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { IndexCache } from "../search/index-cache.ts";
import type { Policy } from "./read-policy.ts";
import { isPolicyFile, readPolicy } from "./read-policy.ts";

type KeptPolicy = {
  /** Digest of the files it was read from. */
  readonly readFrom: string;
  readonly policy: Policy;
  readonly faults: readonly Fault[];
};

/** The policy of these files and its faults: as it was kept, where they are the same; else read anew. */
export function keptPolicy(
  files: readonly SourceFile[],
  { cache, corpus }: { readonly cache: IndexCache; readonly corpus: string },
): Pick<KeptPolicy, "policy" | "faults"> {
  const own = files.filter(isPolicyFile);
  const texts = own.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]);
  const readFrom = digestOf(JSON.stringify(texts));
  const kept = cache.get("policy", corpus) as KeptPolicy | undefined;
  if (kept?.readFrom === readFrom) return kept;
  const faults: Fault[] = [];
  const fresh: KeptPolicy = { readFrom, policy: readPolicy(own, faults), faults };
  cache.put("policy", corpus, fresh);
  return fresh;
}
