const lanes = 2;

/**
 * The queue for work that waits on a platform: a few for all connections together, so that a platform that answers slowly
 * never holds every worker. A connection always has the same one.
 */
export function lane(work: string, connectionId: string): string {
  return `${work}-${Number.parseInt(connectionId.slice(-4), 16) % lanes}`;
}
