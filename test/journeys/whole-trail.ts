/** What the audit trail says of a restore from its request to its acknowledgement. */
export const WHOLE_TRAIL = [
  "restore.filed",
  "desk.claimed",
  "restore.planned",
  "restore.approval-wanted",
  "restore.approved",
  "restore.started",
  "restore.verified",
  "restore.handed-over",
  "restore.acknowledged",
];
