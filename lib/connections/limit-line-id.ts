/** The one line that says nothing about the connection itself, so that no status follows from it. */
export const limitLineId = "rate-limit";
