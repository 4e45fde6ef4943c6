import { z } from "zod";

/** Every job there is, by name, with what it needs to know: ids, never rows and never secrets. */
export const jobPayloads = {
  "webhook-events.process": z.object({ connectionId: z.uuid() }),
  "webhook-events.adopt": z.object({ connectionId: z.uuid() }),
  "webhook-events.sweep": z.object({}),
  "webhooks.maintain": z.object({}),
  "jobs.release-abandoned": z.object({}),
};

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.output<(typeof jobPayloads)[Name]>;
