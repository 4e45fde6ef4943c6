import { lookUp } from "#lib/look-up.ts";

const kinds = { post: "Post", story: "Story", reel: "Reel", video: "Video", ad: "Ad" };

/** A kind of content as people call it. */
export const contentKindWords = (type: string): string => lookUp(kinds, type) ?? "Post";
