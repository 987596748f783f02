import type { TicketId } from "../../kernel/ids.ts";
import { isTicketId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { isLocale } from "../../kernel/locale.ts";
import { ENVIRONMENTS } from "../../kernel/product.ts";
import type { Environment } from "../../kernel/product.ts";
import type { Place } from "../../desk/ticket.ts";
import type { DraftRef, Wanted } from "../../restore/restore-draft.ts";
import { fieldIn } from "../app/fields.ts";
import type { Fields } from "../app/fields.ts";
import type { Body } from "../app/incoming.ts";
import { bodyIn, isBody, textIn as textOf } from "../app/incoming.ts";

/** What stands in the restore form, as far as it is filled in. */
export type FormValues = {
  readonly project?: string;
  readonly environment?: Environment;
  readonly date?: string;
  readonly time?: string;
  readonly zone?: string;
  readonly wanted: readonly Wanted[];
  readonly reason: string;
};

/** What the form belongs to: kept in the view, ids only. */
export type FormOrigin = {
  readonly place: Place;
  readonly locale: Locale;
  readonly draft?: DraftRef;
  /** The ticket whose moment is changed; absent for a new request. */
  readonly change?: TicketId;
};

const WANTED: readonly Wanted[] = ["files", "database"];

export function readFormValues(fields: Fields): FormValues {
  const environment = ENVIRONMENTS.find((one) => one === fieldIn(fields, "environment"));
  const some = (block: string, key: "project" | "date" | "time" | "zone") => {
    const value = fieldIn(fields, block);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...some("project", "project"),
    ...some("date", "date"),
    ...some("time", "time"),
    ...some("zone", "zone"),
    ...(environment === undefined ? {} : { environment }),
    wanted: WANTED.filter((one) => fields["scope"]?.includes(one) === true),
    reason: fieldIn(fields, "reason") ?? "",
  };
}

export const originText = (origin: FormOrigin, more: Body = {}): string =>
  JSON.stringify({
    p: origin.place,
    l: origin.locale,
    d: origin.draft?.draft,
    v: origin.draft?.version,
    c: origin.change,
    ...more,
  });

export function readOrigin(metadata: string, user: string): FormOrigin & { readonly more: Body } {
  const read: unknown = JSON.parse(metadata === "" ? "{}" : metadata);
  const body = isBody(read) ? read : {};
  const place = bodyIn(body, "p");
  const thread = textOf(place, "thread");
  const draft = textOf(body, "d");
  const version = body["v"];
  return {
    place: {
      channel: textOf(place, "channel") ?? user,
      ...(thread === undefined ? {} : { thread }),
    },
    locale: isLocale(body["l"]) ? body["l"] : "en",
    ...(draft === undefined || typeof version !== "number"
      ? {}
      : { draft: { draft: draft as DraftRef["draft"], version } }),
    ...(isTicketId(body["c"]) ? { change: body["c"] } : {}),
    more: body,
  };
}
