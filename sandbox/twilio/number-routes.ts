import { Hono } from "hono";
import { accountFor, authenticate, requireActive } from "./authenticate.ts";
import { list2010 } from "./list-2010.ts";
import type { Twilio } from "./twilio.ts";
import type { PhoneNumber } from "./types.ts";

/** GET …/IncomingPhoneNumbers.json: names and PN sids. Nothing here decides where WhatsApp messages go. */
export function numberRoutes({ state }: Twilio): Hono {
  const routes = new Hono();

  routes.get("/2010-04-01/Accounts/:sid/IncomingPhoneNumbers.json", (context) => {
    const caller = authenticate(state, context);
    const { sid } = requireActive(state, accountFor(state, caller, context.req.param("sid")));
    const query = new URL(context.req.url).searchParams;
    const wanted = query.get("PhoneNumber") ?? "";

    const numbers = state.numbers
      .filter(({ accountSid, phoneNumber }) => accountSid === sid && phoneNumber.includes(wanted))
      .map(resource);
    const path = `/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`;
    return context.json(list2010(path, "incoming_phone_numbers", numbers, query));
  });

  return routes;
}

function resource({ sid, accountSid, phoneNumber, friendlyName }: PhoneNumber) {
  return {
    sid,
    account_sid: accountSid,
    phone_number: phoneNumber,
    friendly_name: friendlyName,
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    sms_url: "https://demo.twilio.com/welcome/sms/reply",
    sms_method: "POST",
    sms_fallback_url: "",
    sms_application_sid: "",
    status_callback: "",
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${sid}.json`,
  };
}
