/** The key of the one look at a connection that waits for its time. */
export const laterCheckKey = (connectionId: string) => `connection.check-later:${connectionId}`;
