import type { Answer } from "../connect-contract.ts";

const longestWaitSeconds = 2;
const mostWaits = 5;

/**
 * A call among many of one step, which Zoom's limit of a few a second would keep from ever being done with: it waits the second
 * and asks again. A limit that lasts longer is the caller's.
 */
export async function patiently<Value>(call: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  let answer = await call();
  for (let waits = 0; waits < mostWaits && !answer.ok; waits += 1) {
    const { kind, retryAfterSeconds } = answer.error;
    if (kind !== "rate_limited" || retryAfterSeconds === null || retryAfterSeconds > longestWaitSeconds)
      break;
    await new Promise((resolve) => setTimeout(resolve, retryAfterSeconds * 1_000));
    answer = await call();
  }
  return answer;
}
