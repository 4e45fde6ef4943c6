import { type aSandbox, proofOf } from "./a-sandbox.ts";

export const account = "100000000000001";
export const number = "200000000000002";
export const otherAccount = "100000000000009";
export const readyToken = "EAAGSandboxSystemUserOfFadeAndCoBarbershop0000000000000000000001";

/** Calls Graph as an app does that holds a system user's token. */
export function onWhatsApp(sandbox: Awaited<ReturnType<typeof aSandbox>>, token = readyToken) {
  async function call(method: string, path: string, body?: object, bearer = token) {
    const url = new URL(`${sandbox.graphUrl}/${path}`);
    url.searchParams.set("appsecret_proof", proofOf(bearer));
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  }
  const happen = (kind: string, text = "Hola", customer = "Ana") =>
    sandbox.control("events", { channel: "whatsapp", accountId: number, customer, kind, text });

  return { call, happen };
}
