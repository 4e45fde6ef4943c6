/** The day of an instant in UTC, as sentences name it: 2026-11-21. */
export const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);
