import "server-only";
import { asUser } from "#lib/db/as-user.ts";
import { businessTime } from "./business-time.ts";
import type { Member } from "./membership.ts";
import { openTimesText } from "./open-times-text.ts";
import { weekdays } from "./opening-hours.ts";

/** When the business is open, a text for each day of the week; all empty while it has not said. */
export async function findOpeningHours(member: Member) {
  const { hours } = await asUser(member, (tx) => businessTime(tx, member.organizationId));
  return weekdays.map((day) => ({ day, text: hours ? openTimesText(hours[day]) : "" }));
}
