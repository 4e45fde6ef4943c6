import { sandboxUrl } from "./sandbox.ts";

type Wanted = { object: "page" | "instagram" | "whatsapp_business_account"; fields?: string };

/** Sets where the Meta app has the events of an object sent, as its dashboard would. The address must answer the handshake. */
export async function setAppWebhook(callbackUrl: string, { object, fields }: Wanted): Promise<void> {
  const { META_APP_ID: id, META_APP_SECRET: secret, META_WEBHOOK_VERIFY_TOKEN: verifyToken } = process.env;
  const response = await fetch(`${sandboxUrl}/graph.facebook.com/v26.0/${id}/subscriptions`, {
    method: "POST",
    body: new URLSearchParams({
      access_token: `${id}|${secret}`,
      object,
      callback_url: callbackUrl,
      verify_token: verifyToken ?? "",
      ...(fields && { fields }),
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}
