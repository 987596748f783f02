import { snapshotEngineContract } from "../../../contract/snapshot-engine.contract.ts";
import { openLocalWorld } from "./world.ts";

snapshotEngineContract("local", openLocalWorld);
