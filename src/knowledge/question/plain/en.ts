import { anyOf } from "../signal.ts";
import type { PlainSpeech } from "./plain-speech.ts";

/** English. */
export const EN: PlainSpeech = {
  harmless: anyOf(
    "(?:yes|yeah) or no",
    "or not",
    "why not",
    "(?:is|are|does|do|did|can|could|was|were)n'?t (?:it|they|we|i|that|there)(?=[ ,]*\\??$)",
    "(?:possible|allowed|ok|okay|fine|safe|permitted) for (?:us|me)",
    "no (?:problem|objections?|worries|issues?)",
    "(?:safe|right|correct|fair) (?:to (?:assume|say|think)|in (?:assuming|thinking)|that)",
    "(?:can|could|may|might) (?:i|we) (?:safely )?(?:assume|trust|rely)",
    "w/?o (?:a |any |opening a |filing a |raising a )?(?:ticket|support)",
    "without (?:a |any |opening a |filing a |raising a )?(?:ticket|support ticket)",
    "without (?:involving|calling|asking|contacting|bothering) (?:support|adobe|anyone|you)",
    "even (?:if|though)",
    "live (?:site|shop|store)",
    "quick (?:q|question|check|one)",
    "in case",
    "just to be (?:sure|clear|safe)",
    "ok|okay|fine|safe|permitted|legal|feasible|doable|possibly|sure|correct|right|true|happen\\w*|exist\\w*|available|supported|chance|way|option",
    "please|pls|plz|thx|thanks|cheers|hi|hello|hey|morning|folks|team|guys|wanna|gonna|lemme|yeah|yep|yes|cannot|mate|sorry",
    "q|question|wonder\\w*|asking|know|think|guess|understand|confirm|check|tell|say|says|said|mean|assume|believe|hope|hear[d]?",
    "simply|quickly|easily|actually|basically|really|still|already|also|always|maybe|perhaps|anyway|ever|even|both|itself|as well|too|either|whenever|right now|now|soon|quick|simple|plain|normal|regular|usual|standard|little|whole|entire|full|new|current|extra|own|self",
    "shops?|stores?|sites?|web-?shops?|web-?sites?|projects?|env\\w*|plans?|branch\\w*|account|setup|dev|devs|developers?|boss|manager|client|customer|merchant|agency|colleague|data|stuff|things?|thing|one|ones|copy|copies|state|version|b4|re|job|jobs|mode|tab|page|menu",
    "deploy\\w*|releas\\w+|updat\\w+|patch\\w*|migrat\\w+|chang\\w+|test\\w*|merg\\w+|refactor\\w*|install\\w*|launch\\w*|import\\w*|build\\w*|rollout|maintenance|risky|risk|big|bad|major|important|dangerous|safety|campaign|sale|black friday|christmas",
    "night|morning|evening|weekend",
    "during|use|used|using|run|runs|running|set|put|want|like|need|try|let|go|going|click|press|hit|get|keep",
    "magento(?:-cloud)?|commerce|cloudmc|cloud|ece",
  ),
  turning: anyOf(
    "no|not|never|none|nor|neither|nothing|nobody|noone|no one|cannot",
    "(?:do|does|did|is|are|was|were|has|have|wo|would|should)n'?t",
    "w/o|without|unless|except|instead|rather|than|other|another|else|elsewhere|same|different",
    "old|older|ago|days?|weeks?|months?|years?|fortnights?|(?:fort|overn)night|quarter",
    "for (?:us|me)|on (?:our|my) behalf|some(?:body|one)|any(?:body|one)",
    "delet\\w*|remov\\w*|download\\w*|expir\\w*|stop\\w*|disab\\w*",
  ),
  opening: anyOf(
    "before|b4|prior to|ahead of|because|since|while|whilst|although|even (?:if|though)|in case|so that",
  ),
};
