import type { State } from "./types.ts";

type Earlier = {
  facebook: { appWebhooks?: State["facebook"]["appWebhooks"] };
  deliveries: { object?: string; accountIds?: string[]; pageIds?: string[] }[];
};

/** Completes a file that an earlier version wrote, so that what is connected stays connected. */
export function upgrade(state: State): State {
  const earlier = state as Earlier;
  earlier.facebook.appWebhooks ??= {};
  for (const delivery of earlier.deliveries) {
    delivery.object ??= "page";
    delivery.accountIds ??= delivery.pageIds ?? [];
  }
  return state;
}
