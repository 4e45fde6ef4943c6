import type { Channel, ChannelAccount } from "../customer/channel.ts";
import { customerNamed } from "./customers.ts";
import { findInbox, sharedEnding } from "./find-inbox.ts";
import { inboundKinds, isInboundKind } from "./inbound-kinds.ts";
import { receiveMessage } from "./receive-message.ts";
import { repeatDelivery } from "./repeat-delivery.ts";
import type { Twilio } from "./twilio.ts";

/** Customers of WhatsApp senders at Twilio. An account is a sender by its SID, or `AC…:shared`, the sandbox number. */
export function whatsappChannel(twilio: Twilio): Channel {
  const { state } = twilio;

  const deliveriesOf = (id: string) => {
    const inbox = findInbox(twilio, id);
    return state.deliveries.filter(({ accountSid }) => accountSid === inbox?.accountSid);
  };

  return {
    id: "twilio_whatsapp",
    label: "WhatsApp at Twilio",
    kinds: inboundKinds,
    accounts: () => [
      ...Object.values(state.senders).map(
        ({ sid, name, address, webhook }): ChannelAccount => ({
          id: sid,
          name: `${name}, ${address.replace("whatsapp:", "")}`,
          connected: webhook.callbackUrl !== null,
        }),
      ),
      ...Object.values(state.accounts).map(
        ({ sid, friendlyName, shared }): ChannelAccount => ({
          id: `${sid}${sharedEnding}`,
          name: `sandbox number of ${friendlyName}`,
          connected: shared.callbackUrl !== null,
        }),
      ),
    ],
    conversation: (id, name) => {
      const inbox = findInbox(twilio, id);
      if (!inbox) return [];
      const { phone, bsuid } = customerNamed(state, inbox.accountSid, name);
      const theirs = [`whatsapp:${phone}`, `whatsapp:${bsuid}`];
      return state.messages
        .filter(({ accountSid, from, to }) => {
          if (accountSid !== inbox.accountSid || ![from, to].includes(inbox.address)) return false;
          return theirs.includes(from) || theirs.includes(to);
        })
        .map(({ direction, body, status, media, errorCode }) => {
          const text = body || `(${media[0]?.contentType ?? "no text"})`;
          const told = errorCode ? `${status}, ${errorCode}` : status;
          return {
            fromBusiness: direction !== "inbound",
            text: direction === "inbound" ? text : `${text} · ${told}`,
          };
        });
    },
    act: ({ accountId, customer, kind, text }) => {
      const inbox = findInbox(twilio, accountId);
      if (!inbox || !isInboundKind(kind)) return [];
      return [receiveMessage(twilio, inbox, { customer, kind, text })];
    },
    deliveries: deliveriesOf,
    repeatLast: (id) => {
      const last = deliveriesOf(id).findLast(({ kind }) => kind === "message");
      if (last) repeatDelivery(twilio, last);
    },
  };
}
