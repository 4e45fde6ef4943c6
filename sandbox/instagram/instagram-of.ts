import type { Store } from "../state/store.ts";
import { freshInstagram } from "./fresh-instagram.ts";
import type { InstagramState } from "./types.ts";

/** What Instagram remembers. */
export function instagramOf({ store }: { store: Store }): InstagramState {
  return store.part("instagram", freshInstagram);
}
