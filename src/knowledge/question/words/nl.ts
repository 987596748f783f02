import type { Grammar } from "../signal.ts";
import { THINGS } from "./nl/things.ts";
import { DEEDS } from "./nl/deeds.ts";
import { MANNER } from "./nl/manner.ts";
import { DETAILS } from "./nl/details.ts";
import { TONE } from "./nl/tone.ts";
import { ASIDE } from "./nl/aside.ts";

/** Dutch. */
export const NL: Grammar = { ...THINGS, ...DEEDS, ...MANNER, ...DETAILS, ...TONE, ...ASIDE };
