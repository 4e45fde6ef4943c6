import { requestDeletion } from "#lib/connections/request-deletion.ts";
import { readSignedRequest } from "../read-signed-request.ts";

/** Meta calls this when a person asks that what we hold of them be deleted; the answer says where they can follow it. */
export async function POST(request: Request): Promise<Response> {
  const outcome = await requestDeletion((await readSignedRequest(request)) ?? "");
  if (!outcome.ok) return new Response(null, { status: 400 });

  return Response.json({ url: outcome.value.url, confirmation_code: outcome.value.code });
}
