import { env } from "#lib/env.ts";
import { runDueJobs } from "#lib/jobs/worker-once.ts";
import { isBearer } from "#lib/operations/bearer.ts";

export const dynamic = "force-dynamic";
export const maxDuration = 60;

/** Does what is due, where no worker stays; called once a minute by the hosting's own clock. */
export async function GET(request: Request): Promise<Response> {
  if (!env.CRON_SECRET) return new Response("Not found.", { status: 404 });
  if (!isBearer(request, env.CRON_SECRET)) return new Response("Unauthorized.", { status: 401 });

  await runDueJobs();
  return Response.json({ status: "done" }, { headers: { "cache-control": "no-store" } });
}

export { GET as POST };
