import type { Grammar } from "../signal.ts";
import { THINGS } from "./fr/things.ts";
import { DEEDS } from "./fr/deeds.ts";
import { MANNER } from "./fr/manner.ts";
import { DETAILS } from "./fr/details.ts";
import { TONE } from "./fr/tone.ts";
import { ASIDE } from "./fr/aside.ts";

/** French. */
export const FR: Grammar = { ...THINGS, ...DEEDS, ...MANNER, ...DETAILS, ...TONE, ...ASIDE };
