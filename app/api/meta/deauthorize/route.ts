import { deauthorize } from "#lib/connections/deauthorize.ts";
import { readSignedRequest } from "../read-signed-request.ts";

/** Meta calls this when a person removes the app in their settings. */
export async function POST(request: Request): Promise<Response> {
  const outcome = await deauthorize((await readSignedRequest(request)) ?? "");
  return new Response(null, { status: outcome.ok ? 200 : 400 });
}
