import type { Attempt } from "../state/types.ts";
import type { RetryOn } from "./webhook-address.ts";

export type Try = Attempt & {
  failure: Exclude<RetryOn, "all"> | null;
  contentType: string | null;
  body: string;
};

type Request = {
  url: string;
  method: string;
  body: string;
  headers: Record<string, string>;
  timeoutMs: number;
};

/** One try. Redirects are followed, and a 301 or 302 turns the POST into a GET without parameters, as at Twilio. */
export async function postOnce({ url, method, body, headers, timeoutMs }: Request): Promise<Try> {
  const at = Date.now();
  const measured = (fields: Omit<Try, "at" | "durationMs">): Try => ({
    at,
    durationMs: Date.now() - at,
    ...fields,
  });

  try {
    const response = await fetch(url, {
      method,
      body,
      headers: { "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8", ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, redirected } = response;
    const answer = (await response.text()).slice(0, 20_000);
    const failure = status >= 500 ? "5xx" : status >= 400 ? "4xx" : null;
    return measured({
      status,
      failure,
      outcome: failure
        ? `answered ${status}`
        : redirected
          ? `redirected, then answered ${status}`
          : "accepted",
      contentType: response.headers.get("content-type"),
      body: answer,
    });
  } catch (error) {
    return measured({ status: null, contentType: null, body: "", ...inWords(error, timeoutMs) });
  }
}

function inWords(error: unknown, timeoutMs: number): Pick<Try, "outcome" | "failure"> {
  if (error instanceof Error && error.name === "TimeoutError") {
    return { outcome: `no answer within ${timeoutMs / 1000} s`, failure: "rt" };
  }
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  const wasConnected = ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"].includes(code);
  return wasConnected
    ? { outcome: `the connection broke (${code})`, failure: "5xx" }
    : { outcome: `could not connect (${code})`, failure: "ct" };
}
