type Options<Value> = { most: number; isSpent: (value: Value) => boolean };

/** Values by key, never more than so many, and none that is spent once another is set: the oldest make room. */
export function boundedMemory<Value>({ most, isSpent }: Options<Value>) {
  const values = new Map<string, Value>();

  function set(key: string, value: Value): void {
    values.delete(key);
    values.set(key, value);
    for (const [oldest, held] of values) {
      if (values.size <= most && !isSpent(held)) break;
      values.delete(oldest);
    }
  }

  return {
    get: (key: string) => values.get(key),
    set,
    delete: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    size: () => values.size,
  };
}
