import type { Context } from "hono";
import type { ZoomUser } from "./types.ts";
import type { Zoom } from "./zoom.ts";
import { ZoomError } from "./zoom-error.ts";

export type Category = "Light" | "Medium";

const perSecond = { basic: { Light: 4, Medium: 2 }, licensed: { Light: 30, Medium: 20 } };
const perDay = { Light: 6_000, Medium: 2_000 };

/** Says what the account may do, and refuses in Zoom's two ways when that was asked for. The true time is told. */
export function applyRateLimit({ mischief }: Zoom, context: Context, user: ZoomUser, category: Category) {
  const limit = mischief.limits.find(({ accountId }) => accountId === null || accountId === user.accountId);
  context.header("X-RateLimit-Category", category);
  context.header("X-RateLimit-Type", limit?.kind ?? "QPS");
  if (!limit) {
    const allowed = perSecond[user.plan][category];
    context.header("X-RateLimit-Limit", String(allowed));
    context.header("X-RateLimit-Remaining", String(allowed - 1));
    return;
  }

  limit.count -= 1;
  if (limit.count <= 0) mischief.limits.splice(mischief.limits.indexOf(limit), 1);
  const isDaily = limit.kind === "Daily-limit";
  context.header("X-RateLimit-Limit", String(isDaily ? perDay[category] : perSecond[user.plan][category]));
  context.header("X-RateLimit-Remaining", "0");
  if (isDaily) {
    const midnight = new Date(Math.ceil((Date.now() + 1) / 86_400_000) * 86_400_000);
    context.header("Retry-After", midnight.toISOString().replace(".000", ""));
  } else {
    context.header("X-RateLimit-Reset", String(Math.floor(Date.now() / 1000) + 1));
  }
  const unit = isDaily ? "daily" : "per-second";
  const message = `You have reached the maximum ${unit} rate limit for this API. Refer to the response header for details on when you can make another request.`;
  throw new ZoomError(429, { code: 429, message });
}
