import type { Delivery } from "../state/types.ts";

const kept = 200;

/** Forgets the oldest finished deliveries. What is still to be delivered is never forgotten. */
export function keepLog(deliveries: Delivery[]) {
  for (let index = 0; index < deliveries.length && deliveries.length > kept; ) {
    if (deliveries[index]?.status === "waiting") index += 1;
    else deliveries.splice(index, 1);
  }
}
