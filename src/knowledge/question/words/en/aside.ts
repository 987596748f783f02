import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** English: what is none of our business. */
export const ASIDE: Grammar = {
  price: anyOf(
    "cost\\w*",
    "pric\\w+",
    "how much (?:is|does|do|are)",
    "fees?",
    "charged?",
    "invoice\\w*",
    "billing",
    "discount\\w*",
    "refund\\w*",
    "compensation",
    "credits?",
    "penalt\\w+",
    "cheap\\w*",
    "expensive",
    "subscription fee",
  ),
  status: anyOf(
    "(?:did|has|have|was|were) .{0,60}(?:succeed\\w*|complet\\w+|finish\\w*|go through|work(?:ed)?|fail\\w*|run|ran|gone (?:well|ok|fine)|go (?:well|ok|fine))",
    "(?:backup|snapshot) (?:fail|succe|complet|finish)\\w+ (?:last night|yesterday|today|tonight)?",
    "who .{0,40}(?:triggered|started|ran|launched|deployed|deleted|made|created|took|pushed|did)",
    "last (?:deploy\\w*|deployment|release)",
    "status of (?:the|our|my)",
    "how (?:big|large) (?:is|are) our",
    "when (?:was|did) (?:our|the|my) (?:last|latest|most recent)",
    "which plan (?:are|am|do) (?:we|i)",
  ),
};
