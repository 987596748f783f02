import type { Grammar } from "../signal.ts";
import { THINGS } from "./any/things.ts";
import { DEEDS } from "./any/deeds.ts";
import { DETAILS } from "./any/details.ts";
import { TONE } from "./any/tone.ts";
import { ASIDE } from "./any/aside.ts";

/** The same in every language. */
export const ANY: Grammar = { ...THINGS, ...DEEDS, ...DETAILS, ...TONE, ...ASIDE };
