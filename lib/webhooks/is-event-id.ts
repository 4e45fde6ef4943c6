import { z } from "zod";
import { receivedAtOf } from "./event-identity.ts";

const EventId = z.uuidv7();

/** True for what may be an event's id: a moment is in it that the database can hold. */
export function isEventId(text: string): boolean {
  return EventId.safeParse(text).success && receivedAtOf(text).getUTCFullYear() <= 9999;
}
