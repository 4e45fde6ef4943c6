type Waiting<Item> = { item: Item; weight: number; resolve(): void; reject(error: unknown): void };

type Options<Item> = {
  /** Makes the items durable together, all or none. */
  commit(items: Item[]): Promise<void>;
  /** True when an error lies in one of the items and not in the way to the database. */
  isItemsFault(error: unknown): boolean;
  maxInFlight: number;
  /** The most one commit takes, in the weights that `add` is given. */
  maxBatchWeight: number;
  /** The most that may wait; beyond it `add` refuses. */
  maxWaitingWeight: number;
};

/**
 * Shares one durable write among all that arrive together, without a timer: an item that finds a free place is
 * written at once, with those added before the event loop goes on, and what arrives while the places are taken shares the
 * next write.
 */
export function groupCommit<Item>(options: Options<Item>) {
  const { commit, isItemsFault, maxInFlight, maxBatchWeight, maxWaitingWeight } = options;
  let waiting: Waiting<Item>[] = [];
  let waitingWeight = 0;
  let inFlight = 0;
  let inFlightWeight = 0;
  let isFilling = false;
  let onIdle: (() => void)[] = [];

  /** Resolves once the item is durable; undefined when too many wait already. Rejects when it could not be stored. */
  function add(item: Item, weight: number): Promise<void> | undefined {
    if (waitingWeight + weight > maxWaitingWeight && waiting.length > 0) return undefined;

    return new Promise((resolve, reject) => {
      waiting.push({ item, weight, resolve, reject });
      waitingWeight += weight;
      fillSoon();
    });
  }

  /** Resolves when nothing waits and nothing is being written. */
  function drained(): Promise<void> {
    if (inFlight === 0 && waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => onIdle.push(resolve));
  }

  /** After those who go on together have all added theirs: at once for a lone item, and it saves a crowd a write for its first. */
  function fillSoon(): void {
    if (isFilling || inFlight >= maxInFlight) return;
    isFilling = true;
    process.nextTick(() => {
      isFilling = false;
      fillPlaces();
    });
  }

  function fillPlaces(): void {
    while (inFlight < maxInFlight && waiting.length > 0 && isWorthAWrite()) {
      const { batch, weight } = nextBatch();
      inFlight += 1;
      inFlightWeight += weight;
      void write(batch).finally(() => {
        inFlight -= 1;
        inFlightWeight -= weight;
        fillPlaces();
        if (inFlight === 0) announceIdle();
      });
    }
  }

  /** Beside another write only one at least half as heavy: small ones cost the database more than they save time. */
  function isWorthAWrite(): boolean {
    return waitingWeight >= Math.min(inFlightWeight / 2, maxBatchWeight);
  }

  function nextBatch(): { batch: Waiting<Item>[]; weight: number } {
    let weight = 0;
    let count = 0;
    for (const entry of waiting) {
      // An item heavier than a whole batch is one by itself.
      if (count > 0 && weight + entry.weight > maxBatchWeight) break;
      weight += entry.weight;
      count += 1;
    }
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    waitingWeight -= weight;
    return { batch, weight };
  }

  async function write(batch: Waiting<Item>[]): Promise<void> {
    try {
      await commit(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length > 1 && isItemsFault(error)) {
        // One of them cannot be stored; the others must not suffer for having arrived beside it.
        for (const entry of batch) await write([entry]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }

  function announceIdle(): void {
    const waiters = onIdle;
    onIdle = [];
    for (const resolve of waiters) resolve();
  }

  return { add, drained };
}
