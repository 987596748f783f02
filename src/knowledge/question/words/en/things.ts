import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** English: what is spoken of. */
export const THINGS: Grammar = {
  backup: anyOf(
    "back(?:ed|ing|s)?[ -]?ups?",
    "back(?:ed|ing|s)? .{1,40} up",
    "snapshot\\w*",
    "snaps?",
    "point[- ]in[- ]time cop(?:y|ies)",
    "recovery snapshots?",
  ),
  "back-up-verb": anyOf(
    "back(?:ed|ing|s)?[ -]up",
    "(?:to|i|we|you|can|please|and|not|cannot|adobe) backup",
    "backup(?:ping|ed|ped)",
    "back(?:ed|ing|s)? .{1,40} up",
    "snapshot(?:ted|ting)",
    "(?:to|i|we|you|can|adobe) snapshot",
  ),
  dump: anyOf(
    "exports? (?:of )?(?:the |our )?(?:db|database)",
    "(?:db|database|sql) (?:export|dump)s?",
    "export(?:ing)? (?:the |our |my )?(?:db|database)",
  ),
  database: anyOf("data(?! ?(?:disk|volume|center|centre)\\w*)"),
  code: anyOf(
    "code ?base",
    "code(?:base)?",
    "source code",
    "git",
    "commits?",
    "repo\\w*",
    "modules?",
    "extensions?",
  ),
  files: anyOf(
    "media(?: files)?",
    "files?",
    "images",
    "folders?",
    "director(?:y|ies)",
    "mounts?",
    "redis",
    "services?",
  ),
  "recovery-point": anyOf("recovery points?(?! objective)", "restore points?"),
  volume: anyOf(
    "volumes? snapshots?",
    "snapshots? of (?:a|the|my|our) (?:\\w+ )?(?:volume|disk)s?",
    "volumes?",
    "disks?",
  ),
  instance: anyOf(
    "instances?",
    "virtual machines?",
    "hypervisors?",
    "cloud ?stack",
    "cloud ?ops",
    "cloud\\.?mc",
  ),
  memory: anyOf("memory", "ram", "in-memory"),
  template: anyOf("templates?", "golden image"),
  "data-disk": anyOf("data (?:disk|volume)s?", "new (?:disk|volume)"),
  "counts-as-backup": anyOf(
    "(?:is|are|be|count\\w*|serve\\w*|use\\w*|work\\w*|replace\\w*|good enough|treat\\w*|rely) .{0,40}(?:as )?an? (?:real |true |full |proper |complete )?backup",
    "real backup",
    "full backup",
    "replace (?:a |our |my )?backups?",
    "instead of (?:a )?backups?",
  ),
  mount: anyOf(
    "recovery (?:mount|folder|volume|directory)",
    "(?:recovered|retrieved) (?:snapshot|copy|backup|dump)s?",
    "mounted",
  ),
  ticket: anyOf("tickets?", "support (?:case|request)", "case"),
};
