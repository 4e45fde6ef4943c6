import { z } from "zod";
import { OpeningHours } from "./opening-hours.ts";

/** How many days an organization may keep events, and how many it does while nobody chose. */
export const retentionDays = { shortest: 7, longest: 400, usual: 90 } as const;

/** What `organizations.settings` holds. A value that cannot be read counts as not chosen. */
export const OrganizationSettings = z
  .object({
    eventRetentionDays: z
      .int()
      .min(retentionDays.shortest)
      .max(retentionDays.longest)
      .optional()
      .catch(undefined),
    /** While they are not set, every hour counts. */
    openingHours: OpeningHours.optional().catch(undefined),
  })
  .catch({});
