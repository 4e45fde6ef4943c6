import type { Provider } from "../connect-contract.ts";
import { carryOver } from "./carry-over.ts";
import { catchUpMessages } from "./catch-up.ts";
import { checkNumber } from "./check.ts";
import { twilioForm } from "./connect-form.ts";
import { twilioGuide, twilioPastedAddresses } from "./guide.ts";
import { twilioInterpreter } from "./interpret.ts";
import { subscribeSender, unsubscribeSender } from "./subscription.ts";
import { verifyNumber } from "./verify.ts";
import { twilioWebhook } from "./webhook.ts";

/** WhatsApp numbers at Twilio. There is no registration of ours and nothing expires: the account's Auth Token is all. */
export const twilioWhatsapp: Provider = {
  id: "twilio_whatsapp",
  name: "Twilio WhatsApp",
  accountNoun: { one: "WhatsApp number at Twilio", many: "WhatsApp numbers at Twilio" },
  gives: "Messages of your WhatsApp numbers at Twilio, and what became of yours, in one place.",
  scopes: [],

  app(setting) {
    const publicUrl = setting("APP_URL");
    return publicUrl ? { clientId: "", clientSecret: "", apiVersion: "", publicUrl } : null;
  },

  connect: twilioForm,
  verify: verifyNumber,
  roleLimits: null,
  renewal: null,
  subscribe: subscribeSender,
  unsubscribe: unsubscribeSender,
  revokeGrant: null,
  check: checkNumber,
  pastedAddresses: twilioPastedAddresses,
  // The primary one alone signs. What it took the place of goes on verifying for a while, as the core decides.
  webhookSecrets: ({ secrets: { authToken } }) =>
    authToken ? [{ name: "auth_token", value: authToken }] : [],
  carryOver,
  catchUp: catchUpMessages,
  sync: null,
  checkApp: null,
  guide: twilioGuide,
  interpreter: twilioInterpreter,
  sender: twilioWebhook,
};
