/** What a copy is called, for patterns around it. */
export const COPY =
  "(?:back-?ups?|momentopname[ns]?|opname[ns]?|snapshots?|reservekopie\\w*|kopie\\w*)";
