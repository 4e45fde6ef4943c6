import { env } from "#lib/env.ts";
import { isBearer } from "#lib/operations/bearer.ts";
import { metrics } from "#lib/operations/metrics.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  if (!env.METRICS_TOKEN) return new Response("Not found.", { status: 404 });
  if (!isBearer(request, env.METRICS_TOKEN)) return new Response("Unauthorized.", { status: 401 });

  return new Response(await metrics(), {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}
