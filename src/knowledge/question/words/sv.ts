import type { Grammar } from "../signal.ts";
import { THINGS } from "./sv/things.ts";
import { DEEDS } from "./sv/deeds.ts";
import { MANNER } from "./sv/manner.ts";
import { DETAILS } from "./sv/details.ts";
import { TONE } from "./sv/tone.ts";
import { ASIDE } from "./sv/aside.ts";

/** Swedish. */
export const SV: Grammar = { ...THINGS, ...DEEDS, ...MANNER, ...DETAILS, ...TONE, ...ASIDE };
