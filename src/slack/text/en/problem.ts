/** Why something was not done, in one clear sentence. Arguments are escaped by the caller. */
export const problem = {
  noTicket: (id: string) => `There is no ticket ${id}.`,
  illegalMove: "This is not possible any more: the ticket has moved on.",
  staffOnly: "Only support staff can do this.",
  approverOnly: "Only approvers can do this.",
  requesterOnly: "Only the requester can do this.",
  memberOnly: "Only members of this workspace can do this.",
  writerOnly: "Only knowledge writers and support staff can do this.",
  taken: (by: string) => `${by} has it already.`,
  notClaimed: "Claim the ticket first.",
  movedOn: (state: string) =>
    `This card is old; the ticket is now: ${state}. The present card follows.`,
  alreadyRated: "This is noted already.",
  wordsMissing: "Write something first.",
  future: "The moment is later than now.",
  notSupported: {
    "plan-rule": "The plan does not allow this.",
    "not-documented": "This is not documented for this environment.",
    "not-connected": "No engine is connected for this environment.",
    "engine-lacks-it": "The engine cannot do this.",
  },
  outOfRetention: (earliest: string) => `Nothing that old is kept. The oldest is from ${earliest}.`,
  noSnapshot: "There is no snapshot before this moment.",
  noSnapshotEarliest: (earliest: string) =>
    `There is no snapshot before this moment. The oldest is from ${earliest}.`,
  gapTooLarge: (gap: string, limit: string) =>
    `The gap of ${gap} is above the limit of ${limit}; the requester must accept it.`,
  notEligible: (id: string) => `Snapshot ${id} cannot be used for this moment.`,
  unknownPart: (part: string, known: string) =>
    `There is no part ${part} here. There is: ${known}.`,
  unknownProject: (project: string) =>
    `The desk does not know the environment of project ${project}.`,
  noWayBack: "There is no documented way to bring this environment back.",
  noEngine: "No engine is connected for this environment.",
  planStale: "This restore plan is not valid any more. Plan again.",
  planExpired: (at: string) => `This restore plan expired ${at}. Plan again.`,
  precondition: (checks: string) => `Not everything is ready: ${checks}.`,
  samePerson: {
    requester: "The requester cannot approve their own restore.",
    claimer: "Whoever claimed, planned or asked cannot approve it as well.",
    approver: "Whoever approved cannot run it as well.",
  },
  nameMismatch: (expected: string) => `The name does not match. Type: ${expected}`,
  gapNotAccepted: (gap: string) => `The requester has not accepted the gap of ${gap} yet.`,
  cannotStop: "This run cannot be stopped.",
  byHandNeeded: "No engine sees these snapshots: type the one that support’s tools show.",
  snapTimeLate: (at: string) =>
    `The copy was taken at ${at}, after the wanted moment. It cannot be handed over.`,
  draftGone: "This form is out of date. Open it again.",
  leaseLost: "Another process is working on this. Try again in a moment.",
  engineDown: "The engine cannot be reached right now. Nothing was changed; try again later.",
};
