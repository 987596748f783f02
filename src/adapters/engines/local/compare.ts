import type { Manifest } from "./manifest.ts";
import type { Unpacked } from "./unpack.ts";

/**
 * What an archive held that is not as its own index and the signed manifest say, about a hundred
 * findings at most; empty where everything matches.
 */
export function compare(unpacked: Unpacked, { tree }: Pick<Manifest, "tree">): string[] {
  const signed = unpacked.indexSha256 === tree.indexSha256;
  return [
    ...(signed ? [] : ["the index is not the one that was signed for"]),
    ...unpacked.differences,
    ...(unpacked.directories === tree.directories ? [] : ["the number of folders differs"]),
  ];
}
