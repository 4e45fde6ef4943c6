import { z } from "zod";

/** What someone asks to happen on a channel. `pageId` is what Facebook's accounts used to be asked for by. */
export const CustomerAction = z
  .object({
    channel: z.string().default("facebook"),
    accountId: z.string().optional(),
    pageId: z.string().optional(),
    customer: z.string().trim().min(1, "Say who the customer is").default("Ana Silva"),
    kind: z.string().default("message"),
    text: z.string().default(""),
    /** How many of them, in one go. */
    count: z.coerce.number().int().min(1).max(1000).default(1),
  })
  .transform(({ pageId, accountId, ...rest }) => ({ ...rest, accountId: accountId ?? pageId ?? "" }));

export type CustomerAction = z.infer<typeof CustomerAction>;
