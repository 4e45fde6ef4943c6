import { signedRequest } from "./signed-request.ts";

export type CallbackAnswer = { sent: boolean; status: number | null; body: string };

/** Tells the app that a person removed it, or wants their data deleted. */
export async function postSignedRequest(
  url: string | null,
  userId: string,
  appSecret: string,
  timeoutMs: number,
): Promise<CallbackAnswer> {
  if (!url) return { sent: false, status: null, body: "No address is configured" };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "User-Agent": "facebookexternalua" },
      body: new URLSearchParams({ signed_request: signedRequest(userId, appSecret) }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { sent: true, status: response.status, body: (await response.text()).slice(0, 2_000) };
  } catch (error) {
    return { sent: true, status: null, body: error instanceof Error ? error.message : "failed" };
  }
}
