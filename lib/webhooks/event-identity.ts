import { uuidv7obj } from "uuidv7";

/** A new event's id, and the millisecond it holds: whoever knows the id knows the partition. */
export function newEventIdentity(): { id: string; receivedAt: Date } {
  const id = uuidv7obj().toString();
  // Read back from the id, since the generator runs ahead of the clock when many are made in one millisecond.
  return { id, receivedAt: receivedAtOf(id) };
}

/** The moment an event was received, as its id tells it. */
export function receivedAtOf(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));
}
