import { aSandbox } from "./a-sandbox.ts";

type Request = { method?: string; form?: Record<string, string>; json?: unknown; auth?: [string, string] };

/** A sandbox with an account of the test's own at Twilio, where nothing waits. */
export async function aTwilio(fields: object = {}) {
  const sandbox = await aSandbox();
  await sandbox.control("twilio/settings", { statusMs: 1, updateMs: 60_000, retryMs: 1 });
  const { accountSid, authToken, apiKey, senders } = await sandbox.control("twilio/accounts", fields);
  const account = {
    sid: accountSid as string,
    token: authToken as string,
    path: `/2010-04-01/Accounts/${accountSid}`,
  };
  const sender = (senders[0] ?? null) as { sid: string; senderId: string };

  async function call(host: string, path: string, { method, form, json, auth }: Request = {}) {
    const [user, password] = auth ?? [account.sid, account.token];
    const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
    const response = await fetch(`${sandbox.url}/${host}${path}`, {
      method: method ?? (body === null ? "GET" : "POST"),
      redirect: "manual",
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      },
      body,
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith("{") ? JSON.parse(text) : text,
    };
  }

  return {
    ...sandbox,
    account,
    sender,
    apiKey: apiKey as { sid: string; secret: string },
    api: (path: string, request: Request = {}) => call("api.twilio.com", path, request),
    messaging: (path: string, request: Request = {}) => call("messaging.twilio.com", path, request),
    accounts: (path: string, request: Request = {}) => call("accounts.twilio.com", path, request),
    /** The customer writes to the account's first sender. */
    write: (kind = "message", more: object = {}) =>
      sandbox.control("events", {
        channel: "twilio_whatsapp",
        accountId: sender.sid,
        customer: "Ana",
        kind,
        ...more,
      }),
    setWebhook: (webhook: Record<string, string>) =>
      call("messaging.twilio.com", `/v2/Channels/Senders/${sender.sid}`, { json: { webhook } }),
  };
}

/** The parameters of a form that was delivered. */
export function formOf({ body }: { body: Buffer }): URLSearchParams {
  return new URLSearchParams(body.toString());
}
