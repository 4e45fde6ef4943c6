import { z } from "zod";

/** The one channel all notices travel on; who may hear which is decided where they leave the server. */
export const liveChannel = "trunkline";

export const topics = ["events", "connections", "replays"] as const;
export type Topic = (typeof topics)[number];

/** A notice says that something changed, never what: the page asks again, under the reader's own rights. */
export const Notice = z.object({ organizationId: z.uuid(), topic: z.enum(topics) });
export type Notice = z.infer<typeof Notice>;
