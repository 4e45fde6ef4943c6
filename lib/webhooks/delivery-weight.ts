/** What an event may weigh without counting for more than one; nearly all weigh a tenth of it. */
const bytesPerUnit = 4_096;

/** What a delivery counts for where it waits: many events cost the database, many bytes cost memory. */
export function deliveryWeight(events: number, bytes: number): number {
  return Math.max(events, Math.ceil(bytes / bytesPerUnit));
}
