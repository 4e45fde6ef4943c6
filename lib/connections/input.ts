import { z } from "zod";

/** What opens the dialog: a form's fields, or the same in an address, so that a mail can hold the link that mends. */
export const ConnectRequest = z.object({
  organization: z.string().min(1).max(100),
  reconnect: z.uuid().optional(),
  again: z.string().optional(),
});

export const ConnectionReference = z.object({ connectionId: z.uuid() });

/** The accounts ticked in a list; Pages can be many, and a form can be made to hold anything. */
export const ChosenAccounts = z.object({
  attemptId: z.uuid(),
  accounts: z.array(z.string().min(1).max(200)).max(500),
});
