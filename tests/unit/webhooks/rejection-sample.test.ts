import fc from "fast-check";
import { expect, test } from "vitest";
import { rejectionSample } from "#lib/webhooks/rejection-sample.ts";

const sampleOf = (headers: Record<string, string>, url = "http://localhost/api/webhooks/meta") =>
  rejectionSample({ method: "POST", url, headers: new Headers(headers), bodyBytes: 12 });

test("a header that says what the request is can be read, and of any other only that it was there", () => {
  const signature = `sha256=${"a".repeat(64)}`;
  const { headers } = sampleOf({
    "content-type": "application/json",
    "user-agent": "facebookexternalua",
    "x-hub-signature-256": signature,
    authorization: "Bearer hunter2",
    cookie: "a=b",
    "x-anything-else": "s",
  });

  expect(headers).toEqual({
    "content-type": "application/json",
    "user-agent": "facebookexternalua",
    "x-hub-signature-256": "present, 71 characters",
    authorization: "present, 14 characters",
    cookie: "present, 3 characters",
    "x-anything-else": "present, 1 character",
  });
});

test("no value of a query is kept, nor a name that may be one", () => {
  const url = "http://localhost/api/webhooks/meta?hub.mode=subscribe&hub.verify_token=hunter2&s3cr3t-9f8e7d";
  expect(sampleOf({}, url).path).toBe("/api/webhooks/meta?hub.mode=…&hub.verify_token=…&…=…");
});

test("whatever the value, a header that is not known to be harmless never shows it", () => {
  const value = fc.stringMatching(/^[a-zA-Z0-9=/+_-]{8,80}$/);
  fc.assert(
    fc.property(fc.stringMatching(/^x-[a-z]{3,20}-signature$/), value, (name, secret) => {
      expect(JSON.stringify(sampleOf({ [name]: secret, authorization: secret }))).not.toContain(secret);
    }),
  );
});

test("what someone sends to fill the disk is cut, and a size that is no size is none", () => {
  const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`x-${index}`, "v"]));
  expect(Object.keys(sampleOf(many).headers).length).toBeLessThanOrEqual(40);
  expect(sampleOf({ "user-agent": "u".repeat(9_000) }).headers["user-agent"]).toHaveLength(200);

  const request = {
    method: "POST",
    url: "http://localhost/",
    headers: new Headers({ "content-length": "many" }),
  };
  expect(rejectionSample(request).bodyBytes).toBe(0);
  expect(rejectionSample({ ...request, bodyBytes: 9e12 }).bodyBytes).toBe(2_147_483_647);
});
