import type { Store } from "../state/store.ts";
import { freshWhatsApp } from "./fresh-whatsapp.ts";
import type { WhatsAppState } from "./types.ts";

/** What WhatsApp remembers. */
export function whatsAppOf({ store }: { store: Store }): WhatsAppState {
  return store.part("whatsapp", freshWhatsApp);
}
