export type Fault = {
  count: number;
  status: number;
  code: number;
  subcode?: number | undefined;
  type?: string | undefined;
  message: string;
  transient?: boolean | undefined;
  /** Sent along, for instance Retry-After. */
  headers?: Record<string, string> | undefined;
  /** Only calls to this host. */
  host?: string | undefined;
  /** Only calls whose path contains this. */
  match?: string | undefined;
  /** Only calls made with a token of this person or account. */
  personId?: string | undefined;
};

export type Usage = { callCount: number; regainMinutes: number };

/** An answer that is ready and held back: the platform did its part, and the caller does not know yet. */
export type Hold = { count: number; ms: number; host?: string | undefined; match?: string | undefined };

/** What was asked to go wrong next. Not kept over restarts. */
export type Faults = { pending: Fault[]; holds: Hold[]; usage: Map<string, Usage> };

export const everywhere = "*";

export function noFaults(): Faults {
  return { pending: [], holds: [], usage: new Map() };
}

/** The fault that waits for a call like this one, counted as used; the host says it in its own words. */
export function takeFault(
  faults: Faults,
  call: { host: string; path: string; personId?: string | null },
): Fault | null {
  const fault = faults.pending.find(
    ({ host, match, personId }) =>
      (!host || host === call.host) &&
      (!match || call.path.includes(match)) &&
      (!personId || personId === call.personId),
  );
  if (!fault) return null;

  fault.count -= 1;
  if (fault.count <= 0) faults.pending.splice(faults.pending.indexOf(fault), 1);
  return fault;
}

/** For how long the answer to this call is held back, in milliseconds, counted as used. */
export function takeHold({ holds }: Faults, call: { host: string; path: string }): number {
  const hold = holds.find(
    ({ host, match }) => (!host || host === call.host) && (!match || call.path.includes(match)),
  );
  if (!hold) return 0;

  hold.count -= 1;
  if (hold.count <= 0) holds.splice(holds.indexOf(hold), 1);
  return hold.ms;
}
