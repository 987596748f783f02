import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** French: what is spoken of. */
export const THINGS: Grammar = {
  backup: anyOf("sauvegard\\w*", "instantanes?", "cliches?", "backup\\w*", "snapshot\\w*"),
  "back-up-verb": anyOf(
    "sauvegard(?:er|ee?s?|ons|ez|ent|ait|ions)",
    "backuper",
    "backupe\\w*",
    "snapshoter",
    "sauvegarde(?=-t-|nt)",
    "on sauvegarde",
    "(?:vous|adobe|qui) sauvegarde\\w*",
  ),
  dump: anyOf(
    "export(?:s|er|ation)? (?:de )?(?:la |notre |ma |une )?(?:base|bdd|bd)",
    "vidage de (?:la )?base",
    "dump\\w*",
    "exporter (?:la |notre )?(?:base|bdd|bd)",
  ),
  database: anyOf("base(?:s)?(?: de donnees)?", "bdd", "bd", "donnees"),
  culprit: anyOf(
    "(?:avec|par|apres|a cause d\\S*|suite a|en installant) (?:\\S+ ){0,3}(?:modules?|extensions?)",
    "(?:modules?|extensions?) (?:\\S+ ){0,2}(?:cass|plant|ecras|detruit|vid|bousill|foutu|corrompu)\\w*",
  ),
  code: anyOf("code(?: source)?", "git", "commits?", "depot", "modules?", "extensions?"),
  files: anyOf(
    "medias?",
    "fichiers?",
    "images",
    "dossiers?",
    "repertoires?",
    "montages?",
    "services?",
    "redis",
  ),
  "recovery-point": anyOf("points? de (?:reprise|recuperation|restauration)(?! objective)"),
  volume: anyOf(
    "copies? instantanees?(?: d[eu'] ?(?:un |une |la |le |votre |mon )?(?:volume|disque))?",
    "(?:instantane|snapshot)s? d[eu'] ?(?:un |une |la |le |mon )?(?:volume|disque)s?",
    "volumes?",
    "disques?",
  ),
  instance: anyOf(
    "instances?",
    "machines? virtuelles?",
    "hyperviseurs?",
    "cloud ?stack",
    "cloud ?ops",
    "cloud\\.?mc",
  ),
  memory: anyOf("memoire(?: vive)?", "ram"),
  template: anyOf("modeles?(?: d'instance)?", "templates?"),
  "data-disk": anyOf("disques? de donnees", "nouveau (?:disque|volume)"),
  "counts-as-backup": anyOf(
    "(?:est(?:-\\w+)?|sont(?:-\\w+)?|comme|remplac\\w+|vaut|sert|suffit|tient lieu|compter|compte|equivaut|considere\\w*|considerer) .{0,50}(?:une?|des|les|nos|mes|vraie?s?|de) ?(?:vraie |vrai |veritable |reelle )?(?:sauvegardes?|backups?)",
    "vraie? (?:sauvegarde|backup)",
    "sauvegarde complete",
    "(?:a la place|au lieu|en lieu et place) d\\S* ?(?:\\S+ )?(?:sauvegardes?|backups?)",
  ),
  mount: anyOf(
    "point de montage",
    "monte(?:e)? par le support",
    "montage de recuperation",
    "volume de recuperation",
    "montage",
    "(?:copie|sauvegarde|base|dump) recuperee?",
    "instantane recupere",
  ),
  ticket: anyOf("tickets?", "demande d'assistance", "demande au support"),
};
