/** What a copy is called, for patterns around it. */
export const COPY =
  "(?:back-?up\\w*|sakerhetskopi\\w+|ogonblicksbild\\w*|snapshot\\w*|fixering\\w*|kopi\\w+)";
