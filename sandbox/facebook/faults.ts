import { GraphError } from "./graph-error.ts";

export type Fault = {
  count: number;
  status: number;
  code: number;
  subcode?: number | undefined;
  type?: string | undefined;
  message: string;
  transient?: boolean | undefined;
  /** Only calls whose path contains this. */
  match?: string | undefined;
  /** Only calls made with a token of this person. */
  personId?: string | undefined;
};

export type Usage = { callCount: number; regainMinutes: number };

/** What was asked to go wrong next. Not kept over restarts. */
export type Faults = { pending: Fault[]; usage: Map<string, Usage> };

export const everywhere = "*";

export function noFaults(): Faults {
  return { pending: [], usage: new Map() };
}

/** Throws when a fault is waiting for a call like this one, and counts it as used. */
export function failIfAsked(faults: Faults, path: string, personId: string | null) {
  const fault = faults.pending.find(
    (candidate) =>
      (!candidate.match || path.includes(candidate.match)) &&
      (!candidate.personId || candidate.personId === personId),
  );
  if (!fault) return;

  fault.count -= 1;
  if (fault.count <= 0) faults.pending.splice(faults.pending.indexOf(fault), 1);
  const { code, message, status, subcode, type, transient } = fault;
  throw new GraphError(code, message, { status, subcode, type, transient });
}
