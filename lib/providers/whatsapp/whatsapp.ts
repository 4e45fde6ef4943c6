import type { AppCredentials, Provider } from "../connect-contract.ts";
import { checkAppWebhook } from "../meta/check-app-webhook.ts";
import { metaWebhook } from "../meta/webhook.ts";
import { checkWhatsapp } from "./check.ts";
import { whatsappFields } from "./credential-fields.ts";
import { whatsappGuide } from "./guide.ts";
import { whatsappInterpreter } from "./interpret.ts";
import { whatsappScopes } from "./scopes.ts";
import { submitWhatsapp } from "./submit.ts";
import { subscribeWhatsapp, unsubscribeWhatsapp } from "./subscribe.ts";
import { verifyWhatsapp } from "./verify.ts";

/** WhatsApp numbers on Meta's Cloud API. A system user's token neither expires nor is it ours to give back. */
export const whatsapp: Provider = {
  id: "whatsapp",
  name: "WhatsApp",
  accountNoun: { one: "WhatsApp number", many: "WhatsApp numbers" },
  gives: "Messages to your WhatsApp number, and how healthy the number is.",
  scopes: whatsappScopes,
  app: readApp,

  connect: { kind: "form", fields: whatsappFields, submit: submitWhatsapp },
  verify: verifyWhatsapp,
  roleLimits: null,
  renewal: null,
  subscribe: subscribeWhatsapp,
  unsubscribe: unsubscribeWhatsapp,
  revokeGrant: null,
  check: checkWhatsapp,
  pastedAddresses: [],
  webhookSecrets: null,
  catchUp: null,
  sync: null,
  checkApp: (app) => checkAppWebhook(app, { object: "whatsapp_business_account", fields: ["messages"] }),
  guide: whatsappGuide,
  interpreter: whatsappInterpreter,
  sender: metaWebhook,
};

function readApp(setting: (name: string) => string | undefined): AppCredentials | null {
  const clientId = setting("META_APP_ID");
  const clientSecret = setting("META_APP_SECRET");
  const apiVersion = setting("META_APP_VERSION");
  const publicUrl = setting("APP_URL");
  if (!clientId || !clientSecret || !apiVersion || !publicUrl) return null;

  const verifyToken = setting("META_WEBHOOK_VERIFY_TOKEN");
  return { clientId, clientSecret, apiVersion, publicUrl, ...(verifyToken && { verifyToken }) };
}
