/** What the app says about itself: failures, old controls, rights. */
export const app = {
  failed: (reference: string) =>
    `Something went wrong on our side. Nothing is lost; please try again. Reference ${reference}.`,
  notStored: (reference: string) =>
    `This could not be stored; the form is still yours. Please try again. Reference ${reference}.`,
  noRoom:
    "I cannot take this in right now: my disk is full. Nothing that was kept is lost, and I go on by myself once there is room again.",
  oldControl:
    "This button is from an older version and no longer works. Please use a newer message.",
  late: "That took too long to reach me. Press again and it opens.",
  again: "Open",
  loadingTitle: "One moment",
  loading: "One moment…",
  noticeTitle: "Snapdesk",
  unknownCommand: (command: string) => `I do not know ${command}. Use /backup or /restore.`,
  close: "Close",
  back: "Back",
  cancel: "Cancel",
  membersOnly: "I can answer questions here, but tickets are only for members of this workspace.",
  prompts: {
    title: "You could ask",
    first: "Can I back up Pro staging?",
    firstTitle: "Ask about backups",
    second: "I need to go back to an earlier moment",
    secondTitle: "Restore data",
  },
};
