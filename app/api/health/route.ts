export const dynamic = "force-dynamic";

/** Alive, and nothing more: a database that is away must not have this process restarted. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}
