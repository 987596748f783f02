/** What arrives from Slack is `unknown` until it has been read field by field. */
export type Body = { readonly [key: string]: unknown };

export const isBody = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that is an object, else an empty one. */
export const bodyIn = (body: Body, key: string): Body => {
  const value = body[key];
  return isBody(value) ? value : {};
};

/** A field that is a text with something in it. */
export const textIn = (body: Body, key: string): string | undefined => {
  const value = body[key];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** The objects in a field that is a list. */
export const bodiesIn = (body: Body, key: string): readonly Body[] => {
  const value = body[key];
  return Array.isArray(value) ? value.filter(isBody) : [];
};
