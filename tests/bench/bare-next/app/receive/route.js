import { bareReceiver } from "../../../bare-receiver.ts";

let receive;

export async function POST(request) {
  // With the first request: a build loads this file too.
  receive ??= bareReceiver();
  const body = Buffer.from(await request.arrayBuffer());
  const isStored = await receive(body, request.headers.get("x-hub-signature-256") ?? "");
  return new Response(null, { status: isStored ? 200 : 401 });
}
