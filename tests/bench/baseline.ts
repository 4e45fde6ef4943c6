import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { bareReceiver } from "./bare-receiver.ts";

const receive = bareReceiver();

const server = createServer(async (incoming, outgoing) => {
  const body = await buffer(incoming);
  const isStored = await receive(body, String(incoming.headers["x-hub-signature-256"] ?? ""));
  outgoing.writeHead(isStored ? 200 : 401).end();
});
server.listen(Number(process.env.PORT));
