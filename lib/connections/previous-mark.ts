/** What the name of a webhook secret ends in when newer ones have taken its place. */
export const previousMark = " (previous)";
