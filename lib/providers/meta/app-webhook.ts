import { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { graph } from "./graph.ts";
import { Succeeded } from "./succeeded.ts";

/** Where a Meta app has the events of one kind of object sent, and which kinds of events. */
export type AppWebhook = { callbackUrl: string; isActive: boolean; fields: string[] };

/** An object of the app's webhook and the kinds of events we want of it. */
export type WantedEvents = { object: string; fields: readonly string[] };

const Subscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: z.string().nullish(),
      active: z.boolean().default(true),
      // Documented as objects with a version, and as bare names in older answers.
      fields: z.array(z.union([z.string(), z.object({ name: z.string() })])).default([]),
    }),
  ),
});

/** What is set in the app's dashboard for this object; null when nothing is. */
export async function readAppWebhook(
  app: AppCredentials,
  object: string,
): Promise<Answer<AppWebhook | null>> {
  const answer = await graph(app, asApp(app), Subscriptions);
  if (!answer.ok) return answer;

  const found = answer.value.body.data.find((webhook) => webhook.object === object);
  if (!found?.callback_url) return { ok: true, value: null };
  const fields = found.fields.map((field) => (typeof field === "string" ? field : field.name));
  return { ok: true, value: { callbackUrl: found.callback_url, isActive: found.active, fields } };
}

/** Has the app send these events to an address that answers the handshake with this verify token. */
export async function setAppWebhook(
  app: AppCredentials,
  { object, fields }: WantedEvents,
  callback: { url: string; verifyToken: string },
): Promise<Answer<null>> {
  const { parameters, ...call } = asApp(app);
  const wanted = {
    object,
    callback_url: callback.url,
    verify_token: callback.verifyToken,
    fields: fields.join(","),
    include_values: "true",
  };
  const answer = await graph(
    app,
    { ...call, method: "POST", parameters: { ...parameters, ...wanted } },
    Succeeded,
  );
  return answer.ok ? { ok: true, value: null } : answer;
}

/** Only the whole Meta app is asked about its webhook, also where a part of it has an id of its own. */
function asApp(app: AppCredentials) {
  const { clientId, clientSecret } = app.parentApp ?? app;
  return { path: `${clientId}/subscriptions`, parameters: { access_token: `${clientId}|${clientSecret}` } };
}
