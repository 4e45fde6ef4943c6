/** One message in a conversation with one customer. */
export type Turn = { kind: "received" | "sent"; at: number };

/** From a customer's first unanswered message to the first answer, if there was one. */
export type Wait = { askedAt: number; answeredAt: number | null };

const silenceMs = 24 * 60 * 60_000;

/** The messages in order; of two at the same moment, the question comes before the answer. */
function inOrder(turns: readonly Turn[]): Turn[] {
  return turns.toSorted((left, right) => left.at - right.at || (left.kind < right.kind ? -1 : 1));
}

/** Each time the customer waited, in order. Only the last wait can go on. */
export function waitsIn(turns: readonly Turn[]): Wait[] {
  const waits: Wait[] = [];
  let open: Wait | null = null;
  for (const { kind, at } of inOrder(turns)) {
    if (kind === "received" && !open) {
      open = { askedAt: at, answeredAt: null };
      waits.push(open);
    }
    if (kind === "sent" && open) {
      open.answeredAt = at;
      open = null;
    }
  }
  return waits;
}

/** When the customer began a conversation: wrote after a day in which neither side had. */
export function startsIn(turns: readonly Turn[]): number[] {
  const starts: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { kind, at } of inOrder(turns)) {
    if (kind === "received" && at - last > silenceMs) starts.push(at);
    last = at;
  }
  return starts;
}
