import { instagram } from "#lib/providers/instagram/instagram.ts";
import { setting } from "#lib/setting.ts";
import { control, sandboxUrl } from "./sandbox.ts";

const redirectUri = `${process.env.APP_URL}/api/oauth/instagram/callback`;

/** Our registration at Instagram, as the sandbox knows it. */
export function instagramApp() {
  const app = instagram.app(setting);
  if (!app) throw new Error("Instagram is not set up");
  return app;
}

/** A new account on Instagram; ids are the sandbox's. */
export function anInstagramAccount(username = `cafe.${crypto.randomUUID().slice(0, 8)}`, type = "Business") {
  return control<{ accountId: string; scopedId: string }>("instagram/accounts", {
    username,
    name: "Harbour Café",
    type,
  });
}

type Consent = { without?: string[]; decision?: string };

/** Goes through the consent page as that account, and returns where it sends the person back to. */
export async function instagramConsent(
  dialogUrl: URL,
  accountId: string,
  { without = [], decision = "allow" }: Consent = {},
): Promise<URL> {
  const form = new URLSearchParams(dialogUrl.searchParams);
  form.set("account", accountId);
  form.set("decision", decision);
  for (const scope of (dialogUrl.searchParams.get("scope") ?? "").split(",")) {
    if (!without.includes(scope)) form.append("permission", scope);
  }
  const response = await fetch(dialogUrl, { method: "POST", body: form, redirect: "manual" });
  const location = response.headers.get("location");
  if (!location?.startsWith(redirectUri)) throw new Error(`${response.status} ${await response.text()}`);
  return new URL(location);
}

/** What Instagram remembers at this moment. */
export async function instagramState() {
  const state = (await (await fetch(`${sandboxUrl}/control/state`)).json()) as {
    instagram: { subscriptions: Record<string, string[]>; refreshes: Record<string, number> };
  };
  return state.instagram;
}
