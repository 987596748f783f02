/** The languages Snapdesk speaks. */
export const LOCALES = ["en", "fr", "nl", "sv"] as const;

export type Locale = (typeof LOCALES)[number];

export const isLocale = (text: unknown): text is Locale => LOCALES.some((one) => one === text);
