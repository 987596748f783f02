import type { RetentionSchedule } from "../../../restore/retention-schedule.ts";

/**
 * How the local engine keeps its automatic snapshots: hourly, daily, weekly, bi-weekly, monthly, by
 * the ages that are published for Pro staging and production. Week 7, for which nothing is
 * published, is kept weekly, and a month is four weeks: spacings must divide each other, or thinning
 * out leaves larger gaps than it says.
 *
 * @see content/policy/commerce-cloud.yaml
 */
export const AUTOMATIC_SCHEDULE: RetentionSchedule = {
  id: "local-automatic",
  appliesTo: "commerce-cloud pro staging and production",
  rows: [
    { label: "hourly", fromDay: 1, toDay: 3, spacing: "PT1H" },
    { label: "daily", fromDay: 4, toDay: 7, spacing: "P1D" },
    { label: "weekly", fromDay: 8, toDay: 49, spacing: "P7D" },
    { label: "bi-weekly", fromDay: 50, toDay: 84, spacing: "P14D" },
    { label: "monthly", fromDay: 85, toDay: 150, spacing: "P28D" },
  ],
  sources: ["content/policy/commerce-cloud.yaml"],
};
