import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** The same in every language: what is spoken of. */
export const THINGS: Grammar = {
  backup: anyOf(
    "back-?ups?(?:en|er|erna|je|jes|s)?",
    "snapshots?(?:en|s)?",
    "snapshot:\\w+",
    "ebs",
  ),
  dump: anyOf(
    "dumping",
    "dumped",
    "db[-:]dump\\w*",
    "dumps?",
    "mysqldump",
    "mariadb-dump",
    "ece-tools",
    "sql-?dumps?",
    "dumpen",
    "dumpfil\\w*",
  ),
  database: anyOf("db", "mysql", "mariadb", "database\\w*"),
  "recovery-point": anyOf("recovery points?"),
  volume: anyOf("volume-?snapshots?"),
  instance: anyOf("vms?"),
  memory: anyOf("ram"),
  mount: /\/?mnt\/|snap\.time|(?<![\p{L}])recovery[- ]mount/u,
  code: anyOf(
    "app/code",
    "vendor/\\S*",
    "(?:dossier|folder|map|mappen|mapp\\w*|katalog\\w*) vendor",
    "vendor (?:folder|dir\\w*)",
    "composer\\.(?:json|lock)",
  ),
};
