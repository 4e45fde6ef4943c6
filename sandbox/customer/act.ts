import type { Sandbox } from "../sandbox.ts";
import type { Delivery } from "../state/types.ts";
import type { CustomerAction } from "./customer-action.ts";
import { customerEvent } from "./customer-event.ts";

/** Does it as often as asked and returns the deliveries that carry it, or null when there is no such Page. */
export function act({ facebook, config, delivery }: Sandbox, action: CustomerAction): Delivery[] | null {
  if (!facebook.pages[action.pageId]) return null;

  const carriers = new Set<Delivery>();
  for (let turn = 1; turn <= action.count; turn += 1) {
    const text = action.count > 1 ? `${action.text || "Hello"} (${turn})` : action.text;
    carriers.add(delivery.emit(customerEvent(facebook, config.meta.appId, { ...action, text })));
  }
  return [...carriers];
}
