import type { Provider } from "./connect-contract.ts";
import type { EventInterpreter, WebhookSender } from "./contract.ts";
import { facebook } from "./facebook/facebook.ts";
import { instagram } from "./instagram/instagram.ts";
import { twilioWhatsapp } from "./twilio-whatsapp/twilio-whatsapp.ts";
import { unknownEvent } from "./unknown-event.ts";
import { whatsapp } from "./whatsapp/whatsapp.ts";
import { zoom } from "./zoom/zoom.ts";

/** Every platform whose accounts can be connected, in the order they are offered. A new one is one more line. */
export const providers: readonly Provider[] = [facebook, instagram, whatsapp, twilioWhatsapp, zoom];

/** The platform of this id, or null: ids come from addresses, where anything may stand. */
export function findProvider(id: string): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}

/** Who may post to our webhook routes, each once. */
export function webhookSenders(): WebhookSender[] {
  return [...new Set(providers.map(({ sender }) => sender))];
}

/** The platform as people call it; its id where the registry no longer knows it. */
export function providerName(id: string): string {
  return findProvider(id)?.name ?? id;
}

/** For events of a platform that is not in the registry: its own word is better than a guess. */
const plainInterpreter: EventInterpreter = {
  label: (eventType) => eventType,
  interpret: ({ eventType }) => unknownEvent(eventType),
};

/** Who tells what this platform's events mean. */
export function interpreterFor(id: string): EventInterpreter {
  return findProvider(id)?.interpreter ?? plainInterpreter;
}
