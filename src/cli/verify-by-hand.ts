import { complain, print, printJson } from "./output.ts";
import { progressBar } from "./progress-bar.ts";
import { listSnapshots, size, type Named } from "./snapshots.ts";

/** Compares a snapshot, the newest where none is named, and says what differs. */
export async function verifyByHand(
  named: Named,
  id: string | undefined,
  { json, metadata }: { readonly json?: true; readonly metadata?: true },
): Promise<void> {
  const wanted = id ?? (await listSnapshots(named)).items[0]?.id;
  if (wanted === undefined) return complain("Cannot verify: there are no snapshots");
  const depth = metadata === true ? "metadata" : "content";
  const bar = progressBar();
  const report = await named.engine
    .verify({ engine: named.engine.id, id: wanted }, depth, ({ done, total }) =>
      bar?.show(done, total),
    )
    .finally(() => bar?.stop());
  if (json === true) printJson({ id: wanted, ...report });
  else
    print(
      [
        `${wanted} ${report.state}: ${report.files} files, ${size(report.bytes)}`,
        ...report.differences,
      ].join("\n"),
    );
  if (report.state !== "matches") process.exitCode = 1;
}
