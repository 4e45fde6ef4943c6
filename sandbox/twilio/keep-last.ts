/** Forgets the oldest. */
export function keepLast(items: unknown[], count: number) {
  if (items.length > count) items.splice(0, items.length - count);
}
