import { z } from "zod";

/** How often an account may be read, in minutes; the platforms' quotas bear no more than the first. */
export const frequencies = [15, 30, 60, 180, 360, 720, 1440] as const;

export const FrequencyChange = z.object({
  connectionId: z.uuid(),
  minutes: z.coerce.number().pipe(z.literal(frequencies, { error: "Choose one of the list." })),
});
