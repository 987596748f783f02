import { anyOf } from "../signal.ts";
import type { Telling } from "./telling.ts";

/** English. */
export const EN: Telling = {
  joint: anyOf(
    "but",
    "(?:and|so|because|since|as) (?:now )?(?:i|we|he|she|they|my|our|the|can|could|may)",
    "(?:can|could|may|should|would|will|might) (?:i|we|it|he|she|they)|is it|am i|are we|i'd|we'd|i would|we would",
  ),
  teller: anyOf(
    "i(?:'m|'d|'ve|'ll)?|we(?:'re|'d|'ve|'ll)?|my|our|he|she|they|someone|somebody|the (?:boss|client|customer|team|po|pm|vendor|agency|merchant)",
  ),
  asking: anyOf(
    "(?:can|could|may|might|should|shall|would|will|do|does|did|is|are|am|has|have) (?:i|we|you|one|it|they|there|that|this|the|our|my|some(?:one|body)|any(?:one|body))",
    "(?:how|what|which|where|when|who|why)(?! (?:we|i|they|he|she) )",
    "any (?:chance|way|idea)",
    "is it|ok to|okay to|possible to|possible|allowed",
  ),
  asker: anyOf(
    "(?:[^\\s,.;:?!]+ ){0,9}(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|(?:want|wants|wanted|like|love|need|needs|trying|curious) to (?:know|understand|find out|check|confirm|verify)|checking|double[- ]?checking|confirm|unsure|not sure|tell (?:me|us)|know)(?: (?:me|us|him|her|them|again|yesterday|today))? (?:whether|if)",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:say|says|said|insist\\w*|claim\\w*|think\\w*|thought|believe\\w*|told|swears?|swore|reckon\\w*|promised?|wrote|heard|read|assum\\w+|remember\\w*|mention\\w*|suggest\\w*|show|prove|demonstrate|explain|guarantee|argue\\w*|sure|certain|convinced)(?: (?:me|us|him|her|them|again|yesterday|today|somewhere))? that",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:wants|needs|requires|requests|requested|demands|asks for|asked for|asked us for|is after)",
  ),
  idle: anyOf(
    "(?:some|any)(?:one|body)(?: (?!can|could|may)\\S+){0,3} (?:asked|asks|wondered|wonders)|(?:nobody|no one)(?: (?!can|could|may)[^\\s,.;:?!]+){0,4} (?:knew|knows|remembered|remembers|was sure|is sure)",
    "without (?:any(?:one|body)|us|me|you|someone) (?:having to )?(?:lift\\w*|mov\\w*|rais\\w*|stir\\w*) (?:a|one|any) finger",
    "no (?:rush|hurry|worries|worry|idea|clue|pressure|stress|drama|doubt|longer sure)",
    "not (?:urgent|that urgent|super urgent|sure|certain|in a hurry|kidding|a (?:dev|developer|native speaker|drill|joke))",
    "(?:do|does|did|ca|could|have|has|would|wo)(?:n'?t| not)(?: really| quite| even| ever)? (?:know|remember|recall|understand|figured?(?: (?:it|this) out)?|sure|want to (?:mess|break|screw|lose|ruin|risk|bother|get)|like surprises|trust|mind|care|wait|worry|found?|tell|get (?:it|why|how))",
    "cannot (?:find|remember|figure|tell|wait)",
    "never (?:done|did|tried|used|had to|worked)(?: (?:this|that|it|with))?(?: before)?",
    "without (?!(?:dis|un)?(?:connect|stop|affect|interrupt|lock|kick|log|hurt|harm|block)\\w*)\\w+ing (?:you|anyone|anybody|someone|people|them|him|her|my (?:boss|lead|manager))(?: guys| all| folks)?",
    "without (?:bugging|bothering|disturbing|annoying|pinging|nagging|waking|waiting for|asking|involving|needing|having to (?:ask|bother|bug)) (?:you|anyone|anybody|them|him|her|the (?:team|ops|admins?)|my (?:boss|lead))(?: guys| all| folks| again)?",
    "w/?o (?:bugging|bothering|disturbing|pinging|asking) (?:you|anyone|anybody|them)(?: guys| all)?",
    "if (?:not|no|so)(?=[ ,]+(?:no|what|who|how|why|that|fine|then))",
    "nothing (?:urgent|fancy|special)",
    "other than that",
    "the other day",
    "these days|nowadays|one day|some day|day to day|rainy day|days? off|busy (?:day|week)|long (?:day|week)|big day|good old|happy (?:monday|friday|weekend)",
    "(?:some|any)(?:one|body) (?:please )?(?:confirm|tell|clarify|explain|help|enlighten|know)",
  ),
  coming: anyOf(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day's (?:prod |production |staging )?(?:deploy\\w*|release|launch|roll-?out|go-?live|cutover|push|demo)",
    "(?:this|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:afternoon|evening|weekend|week|month)",
    "(?<!(?:of|from|as of|back to) )(?:later )?today",
    "(?<!from )(?:before|until|till|for|by) (?:christmas|easter|black friday|new year|the (?:summer|holidays|weekend|sale))",
    "(?:next|this coming|coming|by|until|till|every|each|before|upcoming) (?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:morning|evening|afternoon|night))?",
    "next (?:week|weekend|month|year|quarter|sprint|tuesday)",
    "in (?:a|an|one|two|three|four|five|ten|twenty|\\d+) (?:minutes?|mins?|hours?|days?|weeks?)(?:' time)?(?! or)",
    "tomorrow(?: (?:morning|night|evening|afternoon))?|tonight|end of (?:the )?(?:day|week|sprint|month)|eod|eow|cob",
  ),
  recent: anyOf(
    "yesterday(?:'?s)?(?: (?:morning|evening|night|noon|afternoon))?",
    "last (?:night|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)(?:'?s)?",
    "this (?:morning|afternoon|evening|noon)(?:'s)?",
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'?s)?(?: (?:morning|evening|night|noon|afternoon))?",
    "(?:\\d+|an|a couple of|two|three|some|few) (?:hours?|minutes?|mins?) ago",
    "(?:a )?(?:one|two|three|four|five|six|1|2|3|4|5|6) days? (?:ago|old)|day before yesterday|today(?:'s)?|earlier today|midnight|noon|o'?clock",
    "[01]?\\d ?(?:am|pm)",
  ),
  span: anyOf(
    "old|older|ancient|stale|outdated|ago|days?|weeks?|months?|years?|fortnights?|(?:fort|overn)night|quarter|ages|decade",
    "january|february|april|june|july|august|september|october|november|december",
    "(?:in|from|of|last|since|early|late|mid|this) (?:march|may|spring|summer|autumn|fall|winter)|christmas|easter|ramadan",
    "(?:19|20)\\d\\d",
  ),
  part: anyOf(
    "enough|suffic\\w*|good for|suitable",
    "only (?:want|need|care about|interested in)|(?:state|version|situation|data) (?:before|prior to|as of)|as (?:it|they|things) (?:was|were)",
    "tables?|columns?|rows?|folders?|partial\\w*|partly|subset|half|selected|certain|single|individual|(?:one|single) (?:product|order|customer|category|page|block|item)s?",
    "only (?:(?:the|our|my|a)(?! (?:db|database|data))|one|two|some|these|those|media|images|files|products|orders|customers|categor\\w+)",
    "(?:of|from|at|as of|by) (?:then|that (?:time|moment|day|date|point|state|hour|night))|back then",
    "down ?time|interrupt\\w*|offline|outage|unavailab\\w*|keep(?:ing)? (?:\\S+ ){0,3}(?:open|online|up|running|reachable)|stays? (?:open|online|up|running)",
    "forever|indefinite\\w*|permanent\\w*|unlimited|infinite\\w*",
  ),
  demand: anyOf(
    "(?:it|that|this|they|them|those|these|copy|snapshot|backup|dump) (?:also |really |absolutely )?(?:must|should|has to|have to|needs?|ought|to)|(?:must|should|has to|have to|needs? to) (?:be|include|contain|hold|cover|survive|last|stay|keep)|including|excluding|incl|excl|together with|along with",
  ),
  bare: anyOf(
    "the|a|an|there(?:'s| is| are| will)|need|want|trying|planning|asking|just|got|had|have|thinking|don't want",
  ),
  beforeName: anyOf(
    "to|into|onto|in|on|with|via|through|using|from|by|at|over|can|could|may|will|does|is|are|on our|on my",
  ),
  bearer: anyOf(
    "env\\w*|environments?|branch|account|user|log-?in|access|rights|permissions?|role|subscription|contract|licen[cs]e|project|instance",
  ),
  determiner: anyOf(
    "one|two|three|four|all|some|most|both|of|other|the|our|my|this|that|these|those|a|an|your|their|his|her|its|whole|entire|old|new",
  ),
  lead: anyOf(
    "that|told|said|says|heard|noticed|since|because|as|when|while|but|and|so|now|if|though|although|after|also|apparently|currently|sadly|unfortunately|until",
  ),
  former: anyOf(
    "(?:left|leav\\w+|quit\\w*|dropp\\w+|cancel\\w*|abandon\\w*|ditch\\w*|had|(?:were|was) (?:on|with)|used to (?:be on|have|use)|(?:moved?|away|came) (?:off|away|from)|done with|out of)(?: \\S+){0,2} (?:starter|pro)(?: plan)?|(?:starter|pro) (?:plan )?(?:until|till|ended|expired|is over|ran out)",
  ),
  reason: anyOf(
    "because|cause|since|as|so (?:that|we|i)|in order to|in case|even (?:if|though)|although",
  ),
  event: anyOf(
    "(?:before|after|on|upon|with|during|at|for) (?:each|every|a|any|our|the) (?:deploy|releas|push|merge|build|upgrad|updat|patch|chang|import|sale|migrat|go-?liv|launch)\\w*|each time|every time|whenever|when (?:i|we|someone|somebody|you)",
  ),
  contrary: anyOf(
    "wrong (?:to|if|in)|mistaken|forbidden|prohibited|a problem (?:if|to)|(?:only|just) (?:\\S+ ){1,3}(?:may|can|is allowed|are allowed|should)|(?:no ?one|nobody|none)(?: \\S+){0,3} (?:may|can|is allowed|should|is to)|viewers?|readers?|guests?|observers?|contributors?|read-?only",
  ),
  ailing: anyOf(
    "(?:does|do|did|is|are|was)(?:n'?t| not)(?: even| really| quite)? (?:work|working|add up|right|load|loading|match|show|showing|open|opening|correct|ok|okay|good|normal)(?: (?:any ?more|any longer|properly|at all|right))?|not working|no longer works?",
  ),
  otherDeed: anyOf(
    "use|try|archiv(?:e|ing)|audit|report|configure|copy|merge|test|inspect|read|change|update|patch|migrate|import|rebuild|redesign|analy[sz]e|debug|refactor|release|deploy|launch|install|schedule|upgrade|keep|script|demo",
  ),
  gone: anyOf(
    "delet\\w+|remov\\w+|gone|disappeared|vanished|decommission\\w*|killed|shut|terminated|destroyed",
  ),
  failed: anyOf(
    "fail\\w*|broken|damaged|incomplete|interrupted|false|errors?|delet\\w+|gone|lost|missing|disappeared|corrupt\\w*|removed|expired|wiped|unfinished|pending|stuck",
  ),
};
