import { readiness } from "#lib/operations/readiness.ts";

export const dynamic = "force-dynamic";

/** 200 when requests can be sent here, 503 with what is missing when they should wait. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const ready = Object.values(checks).every(Boolean);
  return Response.json(
    { status: ready ? "ready" : "not ready", checks },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
