import { env } from "#lib/env.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { noteCall } from "./calls.ts";
import type { Json } from "./contract.ts";
import { readBounded } from "./read-bounded.ts";

export type HttpCall = {
  host: string;
  path: string;
  method?: "GET" | "POST" | "DELETE";
  query?: Record<string, string>;
  form?: Record<string, string>;
  /** A body of JSON, instead of a form. */
  json?: Json;
  headers?: Record<string, string>;
  timeoutMs?: number;
};

/** `body` is parsed JSON, or null when the answer was none. */
export type HttpAnswer = { status: number; headers: Headers; body: unknown };

export type HttpFailure = "unreachable" | "too_large";

const largestAnswerBytes = 5 * 1024 * 1024;
const waitsBeforeRetryMs = [200, 800];

/** Where a platform's host really is: itself, or a path of the stand-in that `PROVIDER_SANDBOX_URL` names. */
export function providerUrl(host: string): string {
  return env.PROVIDER_SANDBOX_URL ? `${env.PROVIDER_SANDBOX_URL}/${host}` : `https://${host}`;
}

/**
 * One call to a platform, 10 s at most each try. Only GETs are tried again, twice, after no answer or a 5xx: anything
 * else might happen twice. Any status is an answer. Addresses and bodies hold tokens, so nothing here logs or throws them.
 */
export async function callProvider(call: HttpCall): Promise<Result<HttpAnswer, HttpFailure>> {
  const isSafe = (call.method ?? "GET") === "GET";
  let outcome = await attempt(call);

  for (const wait of isSafe ? waitsBeforeRetryMs : []) {
    if (outcome.ok ? outcome.value.status < 500 : outcome.error === "too_large") break;
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    outcome = await attempt(call);
  }
  return outcome;
}

async function attempt(call: HttpCall): Promise<Result<HttpAnswer, HttpFailure>> {
  const url = new URL(providerUrl(call.host) + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);

  noteCall();
  try {
    const response = await fetch(url, {
      method: call.method ?? "GET",
      headers: {
        accept: "application/json",
        ...(call.json !== undefined && { "content-type": "application/json" }),
        ...call.headers,
      },
      body: call.json === undefined ? call.form && new URLSearchParams(call.form) : JSON.stringify(call.json),
      // A redirect could carry a token to a host that was never meant to see it.
      redirect: "manual",
      signal: AbortSignal.timeout(call.timeoutMs ?? 10_000),
    });
    const text = await readBounded(response, largestAnswerBytes);
    if (text === null) return fail("too_large");
    return ok({ status: response.status, headers: response.headers, body: parsed(text) });
  } catch {
    // The error's message may quote the address, and the address the token.
    return fail("unreachable");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
