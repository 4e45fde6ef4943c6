import { AsyncLocalStorage } from "node:async_hooks";

const counter = new AsyncLocalStorage<{ calls: number }>();

/** Counts one request to a platform, for whoever wrapped the work in `countCalls`. */
export function noteCall(): void {
  const store = counter.getStore();
  if (store) store.calls += 1;
}

/** Does the work and tells how many requests to platforms it took, repeated ones included. */
export async function countCalls<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; calls: number }> {
  const store = { calls: 0 };
  return { value: await counter.run(store, work), calls: store.calls };
}
