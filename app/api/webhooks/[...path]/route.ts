import { webhookDoors } from "#lib/webhooks/doors.ts";

const doors = webhookDoors();

async function receive(request: Request): Promise<Response> {
  const door = doors.get(new URL(request.url).pathname);
  return door ? door.receive(request) : new Response("no one delivers here", { status: 404 });
}

// Every method is ours to answer: Next's own 405 would differ from the other mount's.
export {
  receive as DELETE,
  receive as GET,
  receive as HEAD,
  receive as OPTIONS,
  receive as PATCH,
  receive as POST,
  receive as PUT,
};
