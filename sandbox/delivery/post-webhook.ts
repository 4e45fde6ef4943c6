import type { Attempt } from "../state/types.ts";

/** One try. Only exactly 200, within the time, is a success; a redirect is not followed. */
export async function postWebhook(
  url: string,
  body: string | Uint8Array,
  signatures: Record<string, string>,
  timeoutMs: number,
): Promise<Attempt & { answer: string }> {
  const at = Date.now();
  const measured = (outcome: string, status: number | null, answer = "") => ({
    at,
    durationMs: Date.now() - at,
    outcome,
    status,
    answer,
  });

  try {
    const response = await fetch(url, {
      method: "POST",
      body: typeof body === "string" ? body : Buffer.from(body),
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "facebookexternalua",
        Accept: "*/*",
        ...signatures,
      },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = await response.text();
    return measured(
      response.status === 200 ? "accepted" : `answered ${response.status}`,
      response.status,
      answer,
    );
  } catch (error) {
    return measured(inWords(error, timeoutMs), null);
  }
}

function inWords(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return "failed";
  if (error.name === "TimeoutError") return `no answer within ${timeoutMs / 1000} s`;

  const cause = error.cause;
  return cause instanceof Error && "code" in cause ? `could not connect (${cause.code})` : error.message;
}
