import { anyOf } from "../signal.ts";
import type { Ways } from "./ways.ts";

/** English. */
export const EN: Ways = {
  leave: anyOf(
    "(?:any|a|some) (?:easy |simple |quick |official |supported )?(?:way|option|possibility|method|means) (?:to|of|for)",
    "(?:the|an?) option(?: to)?",
    "any (?:limits?|restrictions?|obstacles?|objections?) (?:on|to|for)|anything (?:against|speaking against)",
    "is there (?:a|any) command to",
    "(?:do|does|will|would) (?:the )?(?:cloud )?(?:console|cli|ui|platform|system|command line|plan) (?:\\S+ )?(?:let|allow|permit|support|enable|accept)s?(?: (?:me|us|you|one|devs|developers))?",
    "(?:let|lets|allow|allows) (?:me|us|you|one)",
    "(?:do|does|will|would|should) (?:the )?(?:snapshot:\\w+|db[-:]dump|magento-cloud(?: \\S+)?|cli|console) (?:\\S+ ){0,5}(?:work|function|run)",
    "(?:got|have|has|with) (?:the |our )?permission to",
    "(?:does (?:it|that|this)|will (?:it|that|this)) work|works?(?=\\W*$)|supported",
  ),
  runner: anyOf(
    "(?:(?:our|the|an?|my) )?(?:(?:jenkins|gitlab|github|bitbucket|azure devops|circle ?ci|travis|teamcity|bamboo|drone)(?: (?:ci|cd))?|ci(?: ?/ ?cd)?|deploy(?:ment)?|build|release|automation) (?:pipelines?|jobs?|runners?|actions?|workflows?|steps?|stages?|servers?|scripts?)",
    "(?:our|the|a|my|in) (?:ci(?: ?/ ?cd)?|jenkins|pipelines?|makefile|workflow|ansible|playbook|wrapper|deploy hook)",
    "(?:calls?|calling|that runs?|running|invok\\w+|execut\\w+) (?:the )?(?:cli|command|magento-cloud|snapshot:\\w+)",
    "cli tool|(?:bash|shell|python|node|php|sh|zsh) ?scripts?|one-?liner",
  ),
  machine: anyOf(
    "(?:in|with|from|via|inside) (?:an? |our |my )?(?:bash|shell|python|node|php|sh|zsh) ?scripts?",
    "(?:with|using|via) (?:an? |our |the |my )?(?:api |cli |access )?tokens?|api tokens?",
    "from (?:my|our|a|the) (?:own |local |work |dev |office )?(?:laptop|machine|computer|pc|mac|macbook|workstation|desktop)",
    "from (?:home|windows|linux|mac(?:os)?|wsl|ubuntu)",
  ),
  admin: anyOf(
    "(?:can|may|could) (?:an? |our |the |my )?(?:project |environment |env )?admins?(?:istrators?)?(?! (?:panel|user|backend))",
    "(?:i'm|i am|we're|we are|as|being|he's|she's|is) (?:an? |the )?(?:project |environment |env )?admin(?:istrator)?(?! (?:panel|user|backend))",
    "(?:with|having|has|have|got|who has|who have) (?:an? |the |full |project |environment |env )*admin(?:istrator)?(?: (?:role|rights|permissions?|access))?(?! (?:panel|user|backend))",
  ),
  mishap: anyOf(
    "after (?:a|an|the|our|this|last|yesterday's) (?:really |very |half )?(?:failed|bad|broken|botched|faulty|buggy|wrong|messy|dodgy|disastrous|half-?finished) (?:\\S+ )?(?:deploy\\w*|imports?|upgrades?|updates?|migrations?|releases?|install\\w*|patch\\w*|builds?|merges?|pushe?s?|scripts?|changes?|tests?|jobs?|cleanups?|quer(?:y|ies)|rollout)",
    "(?:failed|bad|broken|botched|faulty|buggy|messy) (?:deploy\\w*|imports?|upgrades?|updates?|migrations?|releases?|install\\w*|patch\\w*|merges?|rollout)",
    "(?:deploy\\w*|import|upgrade|update|migration|release|patch|merge|rollout) (?:fails|failed|went (?:wrong|bad|south|badly|sideways)|goes (?:wrong|bad|south|sideways)|blew up|blows up|broke|breaks|crashed|crashes)",
  ),
  hours: anyOf(
    "(?:deploy\\w*|release|launch|cutover|go-?live|upgrade|migration|import|demo|roll-?out|maintenance) (?:on|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "(?:during|in|at|outside|outside of|within) (?:the )?(?:day|daytime|office hours|working hours|business hours|off-?peak(?: hours)?|night|weekends?|holidays?)",
    "on weekends?|on holidays?|day and night",
    "(?:once|when|after|as soon as) (?:the|our|a) (?:deploy\\w*|build|import|upgrade|update|migration|release|merge|tests?) (?:is|has|was|are) (?:done|finished|completed?|over|through|live)",
  ),
  unlaunched: anyOf(
    "(?:when|if|while|though|although|even if|even though|as) (?:we|the (?:shop|store|site)|it)(?:'re| are| is|'s| have| has|'ve)? ?(?:still )?(?:not|n't|haven't|hasn't|isn't|aren't)(?: even)?(?: yet)? (?:live|launched)(?: yet)?|(?:while|as) (?:we|we're|we are) (?:are )?still building(?: (?:it|the (?:shop|store|site)))?",
    "(?:shop|store|site) (?:is |isn't |not )?(?:still )?(?:closed|unopened|open yet)",
    "before (?:the |our |its )?(?:launch|go-?live|opening)|pre-?launch",
    "(?:still |currently )?(?:under construction|in (?:the )?(?:dev|development) (?:phase|stage)|being built)",
  ),
  tail: anyOf(
    "(?:before|b4|prior to|ahead of|so (?:that )?(?:i|we) can|in case (?:i|we) (?:need|have) to|to be able to)(?! (?:that|then|toen|dess)) [^,.;:?!]+",
  ),
  saidOf: {
    "scheduled-snapshot": anyOf(
      "(?:every|each) (?:night|day|week|weekend|hour)|nightly|daily|weekly|hourly",
    ),
    "manual-snapshot": anyOf(
      "snag|launch|execute|capture|complete|trying|should be able|freeze|secure",
    ),
    restore: anyOf(
      "(?:yester|mon|tues|wednes|thurs|fri|satur|sun)days|latest|newest|most recent|last one|last (?:snapshot|backup)|our last|the last|reset|apply|load|damage|good",
    ),
    "list-snapshots": anyOf(
      "view|look (?:up|at)|see|existing|ids?|visible|restorable|shown|displayed|overview|display|appear",
    ),
    "database-dump": anyOf("pull|against|ssh|extract|db:dump"),
    "dump-maintenance-mode": anyOf(
      "flip\\w*|toggle\\w*|switch\\w*|goes|into|enters?|end up|kick in|puts?|turns?",
    ),
    "automatic-snapshot": anyOf(
      "getting|covered|included|includes?|comes? with|out of the box|in place|built[- ]in|enabled|active|(?:a)?round the clock|24/7|24 7",
    ),
  },
};
