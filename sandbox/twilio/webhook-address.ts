export type RetryOn = "4xx" | "5xx" | "ct" | "rt" | "all";

/** What a webhook address asks of Twilio in its fragment (connection overrides), and Twilio's defaults. */
export type WebhookAddress = {
  /** What is signed: as it was given, without the fragment. */
  signedUrl: string;
  /** What is called: without user and password, which travel in a header. */
  url: string;
  authorization: string | null;
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  retryOn: RetryOn[];
};

const known: RetryOn[] = ["4xx", "5xx", "ct", "rt", "all"];

export function readWebhookAddress(given: string): WebhookAddress {
  const [signedUrl = "", fragment = ""] = given.split("#", 2);
  const asked = new Map(fragment.split("&").map((part) => part.split("=", 2) as [string, string]));
  const number = (key: string, fallback: number, least: number, most: number) => {
    const value = Number(asked.get(key) ?? fallback);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : fallback;
  };
  const address = new URL(signedUrl);
  const { username, password } = address;
  address.username = "";
  address.password = "";
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;

  return {
    signedUrl,
    url: address.href,
    authorization: username ? `Basic ${Buffer.from(pair).toString("base64")}` : null,
    connectMs: number("ct", 5_000, 100, 10_000),
    readMs: number("rt", 15_000, 100, 15_000),
    totalMs: number("tt", 15_000, 100, 15_000),
    retries: number("rc", 1, 0, 5),
    retryOn: known.filter((kind) => (asked.get("rp") ?? "ct").split(",").includes(kind)),
  };
}
