import { createHash } from "node:crypto";
import type { Customer, TwilioState } from "./types.ts";

/** The customer of that name at that account. A name has one phone everywhere, and another business-scoped id at each. */
export function customerNamed(state: TwilioState, accountSid: string, name: string): Customer {
  const key = `${accountSid}/${name}`;
  const digest = createHash("sha256").update(name).digest();
  state.customers[key] ??= {
    name,
    accountSid,
    phone: `+55119${String(digest.readUInt32BE(0) % 100_000_000).padStart(8, "0")}`,
    bsuid: `BR.${createHash("sha256").update(key).digest("hex").slice(0, 20).toUpperCase()}`,
    hidesPhone: false,
    sendsReceipts: true,
  };
  return state.customers[key];
}

/** What the business knows the customer by: the phone, unless it is hidden. */
export function visibleAddress({ hidesPhone, phone, bsuid }: Customer): string {
  return `whatsapp:${hidesPhone ? bsuid : phone}`;
}

export function externalUserId({ bsuid }: Customer): string {
  return `whatsapp:${bsuid}`;
}

/** The customer behind an address, be it a phone or a business-scoped id. */
export function customerAt(state: TwilioState, accountSid: string, address: string): Customer | undefined {
  return Object.values(state.customers).find(
    ({ accountSid: at, phone, bsuid }) =>
      at === accountSid && [`whatsapp:${phone}`, `whatsapp:${bsuid}`].includes(address),
  );
}
