import "server-only";
import { isFaultOfValues } from "#lib/db/is-fault-of-values.ts";
import { groupCommit } from "./group-commit.ts";
import { recordDeliveries } from "./record.ts";
import type { VerifiedDelivery } from "./verified-delivery.ts";
import { within } from "./within.ts";

/** A line that was cut without a word answers nothing at all; its place must be free for others some time. */
const commitPatienceMs = 15_000;

/** The process's one way of deliveries into the database. */
export const storage = groupCommit<VerifiedDelivery>({
  commit: (deliveries) => within(commitPatienceMs, recordDeliveries(deliveries)),
  isItemsFault: isFaultOfValues,
  // One alone loses on a slow disk; more only make the batches smaller.
  maxInFlight: 2,
  // By `deliveryWeight`: a thousand events or four megabytes at once; twenty thousand or eighty that wait.
  maxBatchWeight: 1_000,
  maxWaitingWeight: 20_000,
});
