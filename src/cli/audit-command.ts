import { join } from "node:path";
import type { Command } from "commander";
import { readPublishedHead } from "../adapters/stores/published-head.ts";
import { verifyAudit } from "../adapters/stores/verify-audit.ts";
import type { Config } from "../config.ts";
import type { OpenToRead } from "./open-to-read.ts";
import { complain, print, printJson } from "./output.ts";

/** `snapdesk audit verify`: follows the hash chain from its first line to its published head. */
export function auditCommand(program: Command, openToRead: OpenToRead, config: () => Config): void {
  program
    .command("audit")
    .description("the audit trail of the whole desk")
    .command("verify")
    .description("check the hash chain, and that its end is the one that was published")
    .option("--json", "as JSON")
    .action(async ({ json }: { readonly json?: true }) => {
      const { stores, close } = await openToRead();
      try {
        const published = readPublishedHead(join(config().data, "audit-head.json"));
        const verified = await verifyAudit(stores.audit, published);
        if (json === true) printJson(verified);
        if (!verified.ok)
          complain(`The audit trail is broken: ${JSON.stringify(verified.problem)}`);
        else if (json !== true) {
          const { seq, hash } = verified.value;
          print(`The audit trail is whole: ${seq} lines, head ${hash}`);
        }
      } finally {
        await close();
      }
    });
}
