/** What a copy is called, for patterns around it. */
export const COPY = "(?:sauvegardes?|instantanes?|snapshots?|backups?|cliches?|copies?)";
