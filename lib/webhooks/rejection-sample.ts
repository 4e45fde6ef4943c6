import { storableText } from "#lib/providers/storable-text.ts";

/** What is known of a request that was refused. */
export type RefusedRequest = {
  method: string;
  url: URL | string;
  headers: Headers;
  /** Where it is not known, what the request said of itself. */
  bodyBytes?: number;
};

/** Headers that say what a request is, carry no secret and name no one: every owner here may look. Of all others, only that they came and how long they were. */
const readable = new Set([
  "accept",
  "accept-encoding",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "facebook-api-version",
  "host",
  "i-twilio-idempotency-token",
  "transfer-encoding",
  "user-agent",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-home-region",
  "x-zm-request-timestamp",
  "x-zm-trackingid",
]);

const longestValue = 200;
const longestName = 60;
const mostHeaders = 40;
const mostParameters = 10;
const largestInteger = 2_147_483_647;

/** A refused request to look at: never its body, no value of its query, and no header that may hold a secret. */
export function rejectionSample({ method, url, headers, bodyBytes }: RefusedRequest) {
  const said = Number(headers.get("content-length") ?? 0);
  const bytes = bodyBytes ?? (Number.isFinite(said) ? said : 0);
  return {
    method: storableText(method, 20),
    path: readablePath(typeof url === "string" ? new URL(url) : url),
    headers: Object.fromEntries(
      [...headers]
        .slice(0, mostHeaders)
        .map(([name, value]) => [
          storableText(name, longestName),
          readable.has(name) ? storableText(value, longestValue) : masked(value),
        ]),
    ),
    bodyBytes: Math.min(Math.max(Math.trunc(bytes), 0), largestInteger),
  };
}

const masked = (value: string) =>
  `present, ${value.length} ${value.length === 1 ? "character" : "characters"}`;

/** A secret pasted into an address may stand where a name should: what does not look like a name is not shown. */
function readablePath({ pathname, searchParams }: URL): string {
  const names = [...new Set(searchParams.keys())].slice(0, mostParameters);
  const query = names.map((name) => `${/^[A-Za-z][A-Za-z._-]{0,29}$/.test(name) ? name : "…"}=…`);
  return storableText(pathname, longestValue) + (query.length > 0 ? `?${query.join("&")}` : "");
}
