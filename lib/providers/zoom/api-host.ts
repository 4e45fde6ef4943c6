import { providerUrl } from "../http.ts";

const usual = "api.zoom.us";

/**
 * The host Zoom's token answer tells to use. Tokens go nowhere but to Zoom: any other address, or none, means the usual host.
 * The sandbox may name itself, as `providerUrl` does.
 */
export function apiHost(apiUrl: string | undefined): string {
  if (!apiUrl || apiUrl === providerUrl(usual) || !URL.canParse(apiUrl)) return usual;

  const { protocol, host, username, password } = new URL(apiUrl);
  const isZooms = protocol === "https:" && /^([a-z0-9-]+\.)*zoom\.us$/.test(host);
  return isZooms && username === "" && password === "" ? host : usual;
}
