import type {
  AnswerFault,
  ArmedFault,
  DeliveryFault,
  Fault,
  PlatformFault,
  SocketFault,
} from "./fault.ts";
import type { Hub } from "./hub.ts";

/** Things that go wrong on purpose. */
export type Faults = {
  /** Arms a fault and returns its id. */
  arm(fault: Fault): string;
  /** Clears one fault, or all. */
  clear(id?: string): void;
  armed(): readonly ArmedFault[];
};

/** The faults as the workspace meets them: each `take…` uses one up. */
export type FaultBox = Faults & {
  takeAnswer(method: string): AnswerFault | undefined;
  takeDelivery(type: string): DeliveryFault | undefined;
  takeSocket(how: SocketFault): boolean;
  holds(how: PlatformFault): boolean;
};

/** No faults yet. */
export function makeFaults(hub: Hub): FaultBox {
  let armed: ArmedFault[] = [];
  let count = 0;
  const changed = () => hub.tell({ kind: "status" });

  const take = <Kind extends Fault["at"]>(
    at: Kind,
    fits: (fault: Extract<ArmedFault, { at: Kind }>) => boolean,
  ): Extract<ArmedFault, { at: Kind }> | undefined => {
    const isOne = (fault: ArmedFault): fault is Extract<ArmedFault, { at: Kind }> =>
      fault.at === at && fits(fault as Extract<ArmedFault, { at: Kind }>);
    const found = armed.find(isOne);
    if (found === undefined || found.left === 0) return found;
    armed = armed.flatMap((one) =>
      one !== found ? one : one.left > 1 ? { ...one, left: one.left - 1 } : [],
    );
    changed();
    return found;
  };
  return {
    arm(fault) {
      count += 1;
      const left = fault.at === "platform" ? 0 : (fault.times ?? 1);
      armed.push({ ...fault, id: `F${count}`, left });
      changed();
      return `F${count}`;
    },
    clear(id) {
      armed = id === undefined ? [] : armed.filter((one) => one.id !== id);
      changed();
    },
    armed: () => armed,
    takeAnswer: (method) => take("answer", (one) => fitsName(one.method, method))?.how,
    takeDelivery: (type) => take("delivery", (one) => fitsName(one.type, type))?.how,
    takeSocket: (how) => take("socket", (one) => one.how === how) !== undefined,
    holds: (how) => armed.some((one) => one.at === "platform" && one.how === how),
  };
}

const fitsName = (wanted: string, name: string): boolean => wanted === "*" || wanted === name;
