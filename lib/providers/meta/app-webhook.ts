import { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { graph } from "./graph.ts";

/** Where a Meta app has the events of one kind of object sent, and which kinds of events. */
export type AppWebhook = { callbackUrl: string; isActive: boolean; fields: string[] };

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
  const { clientId, clientSecret } = app.parentApp ?? app;
  const parameters = { access_token: `${clientId}|${clientSecret}` };
  const answer = await graph(app, { path: `${clientId}/subscriptions`, parameters }, Subscriptions);
  if (!answer.ok) return answer;

  const found = answer.value.body.data.find((webhook) => webhook.object === object);
  if (!found?.callback_url) return { ok: true, value: null };
  const fields = found.fields.map((field) => (typeof field === "string" ? field : field.name));
  return { ok: true, value: { callbackUrl: found.callback_url, isActive: found.active, fields } };
}
