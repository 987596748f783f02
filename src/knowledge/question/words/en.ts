import type { Grammar } from "../signal.ts";
import { THINGS } from "./en/things.ts";
import { DEEDS } from "./en/deeds.ts";
import { MANNER } from "./en/manner.ts";
import { DETAILS } from "./en/details.ts";
import { TONE } from "./en/tone.ts";
import { ASIDE } from "./en/aside.ts";

/** English. */
export const EN: Grammar = { ...THINGS, ...DEEDS, ...MANNER, ...DETAILS, ...TONE, ...ASIDE };
