import { z } from "zod";
import { customRange } from "#lib/analytics/range.ts";

const ClientName = z
  .string()
  .trim()
  .min(1, "Say who the report is for.")
  .max(120, "A name has at most 120 characters.");

/** What asking for a report takes. Without accounts it is about all of them. */
export const ReportRequest = z
  .object({
    clientName: ClientName,
    title: z
      .string()
      .trim()
      .min(1, "Give the report a title.")
      .max(120, "A title has at most 120 characters."),
    from: z.iso.date("Choose the first day."),
    to: z.iso.date("Choose the last day."),
    connectionIds: z.array(z.uuid()).max(200).default([]),
  })
  .refine(({ from, to }) => customRange(from, to) !== null, {
    path: ["to"],
    message: "The last day comes after the first, and at most three years later.",
  });
export type ReportRequest = z.infer<typeof ReportRequest>;

const mostRecipients = 10;

/** How the monthly report is set. Addresses stand apart by commas, spaces or lines. */
export const ScheduleInput = z
  .object({
    isOn: z.boolean(),
    clientName: ClientName,
    recipients: z
      .string()
      .transform((text) => [
        ...new Set(
          text
            .toLowerCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
        ),
      ])
      .pipe(
        z
          .array(z.email("Each line has to be an e-mail address.").max(254))
          .max(mostRecipients, `The report goes to at most ${mostRecipients} addresses.`),
      ),
  })
  .refine(({ isOn, recipients }) => !isOn || recipients.length > 0, {
    path: ["recipients"],
    message: "Enter at least one address.",
  });
export type ScheduleInput = z.infer<typeof ScheduleInput>;
