import { z } from "zod";

/** The one channel all notices travel on; who may hear which is decided where they leave the server. */
export const liveChannel = "trunkline";

export const topics = ["events", "connections", "replays", "syncs", "meetings", "reports"] as const;
export type Topic = (typeof topics)[number];

/** A notice says that something changed, never what: the page asks again, under the reader's own rights. */
const Change = z.object({ organizationId: z.uuid(), topic: z.enum(topics) });
export type Change = z.infer<typeof Change>;

/** What this person may see has changed: a membership or a session of theirs ended or became another. */
const Standing = z.object({ userId: z.uuid() });
export type Standing = z.infer<typeof Standing>;

/** An account's secrets, or whether it is connected, changed; for those who remember them. */
const Account = z.object({ account: z.string() });

export const Notice = z.union([Change, Standing, Account]);
