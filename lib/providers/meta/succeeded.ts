import { z } from "zod";

/** What Meta answers when something was done: documented as `true` and, on other pages, as the text “true”. */
export const Succeeded = z.object({ success: z.union([z.literal(true), z.literal("true")]) });
