/** Something the stack started and can stop again. Stopping twice does no harm. */
export type Part = { stop: () => Promise<void> };
