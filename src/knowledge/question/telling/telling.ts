/** How people tell a story around a question in one language. */
export type Telling = {
  /** What a new clause begins with inside a sentence: "but", "and I". */
  readonly joint: RegExp;
  /** What a sentence of its own begins with that tells of people: "we", "my boss". */
  readonly teller: RegExp;
  /** What asks without a question mark: "can we". */
  readonly asking: RegExp;
  /** Who wants to know, claims or wishes, at the beginning of a clause: up to "whether". */
  readonly asker: RegExp;
  /** Denials and hands that turn nothing round: "no rush", "I don't know", "somebody asked". */
  readonly idle: RegExp;
  /** Times that are still to come, or an occasion: no copy is of then. */
  readonly coming: RegExp;
  /** Times at most a week ago: what is kept for a week is still there. */
  readonly recent: RegExp;
  /** Ages and spans of time: what is kept for a week may be gone. */
  readonly span: RegExp;
  /** Parts of the whole, other moments and other ends: a whole copy is another thing. */
  readonly part: RegExp;
  /** What a copy has to do, be or hold. */
  readonly demand: RegExp;
  /** What a sentence without a person begins with: an article, a verb that has dropped "I". */
  readonly bare: RegExp;
  /** What stands before a name that is a place, a tool or the one to do it: "into", "with", "can". */
  readonly beforeName: RegExp;
  /** What a condition hangs on: the environment, the account, the rights. */
  readonly bearer: RegExp;
  /** What stands before a noun without saying more of it: "our". */
  readonly determiner: RegExp;
  /** What a subject may come right after: "that", "since". */
  readonly lead: RegExp;
  /** A plan one has left: "we left Starter". */
  readonly former: RegExp;
  /** What opens a reason, which no habit hangs on: "because". */
  readonly reason: RegExp;
  /** An event a habit may hang on: "before every deploy". */
  readonly event: RegExp;
  /** What asks for the opposite, keeps others out, or takes the rights away: "wrong to", "only she may". */
  readonly contrary: RegExp;
  /** What is said of things that do not work: no denial of what is asked. */
  readonly ailing: RegExp;
  /** Deeds that are an occasion beside a copy, and another deed where they are done to it: "migrate". */
  readonly otherDeed: RegExp;
  /** Words for no longer being there. */
  readonly gone: RegExp;
  /** A copy that came to nothing. */
  readonly failed: RegExp;
};
