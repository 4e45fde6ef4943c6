import { z } from "zod";
import { parseOpenTimes } from "./open-times-text.ts";
import { type OpeningHours, type Weekday, weekdays } from "./opening-hours.ts";

const sentences = {
  unreadable: "Write hours like 9:00–18:00, or leave it empty when closed.",
  "too-many": "Write three stretches of hours at most.",
};

const Day = z
  .string()
  .max(100, sentences.unreadable)
  .transform((text, context) => {
    const times = parseOpenTimes(text);
    if (times.ok) return times.value;
    context.addIssue({ code: "custom", message: sentences[times.error] });
    return z.NEVER;
  });

const days = Object.fromEntries(weekdays.map((day) => [day, Day])) as Record<Weekday, typeof Day>;

/** What Settings → General says of opening hours, day by day. Null when no day has any: then every hour counts. */
export const OpeningHoursChange = z
  .object(days)
  .transform((hours): OpeningHours | null => (weekdays.some((day) => hours[day].length > 0) ? hours : null));
