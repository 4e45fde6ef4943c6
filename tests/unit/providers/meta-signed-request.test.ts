import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSignedRequest } from "#lib/providers/meta/signed-request.ts";

const secrets = [{ name: "app secret", value: "test_app_secret_0123456789abcdef" }];
const otherSecret = "other_app_secret_fedcba9876543210";
const now = new Date("2026-11-21T08:10:00Z");
const read = (text: string) => readSignedRequest(text, secrets, now);

const R1 =
  "oH2He74g-dK-BpU0AVtxa2fruAW5FCCQZt5ts1UgY70.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3OTUyNTE2MDAsImlzc3VlZF9hdCI6MTc5NTI0ODAwMCwidXNlcl9pZCI6IjIxODQ3MSJ9";

describe("Meta's vectors", () => {
  test.each([
    ["R1", R1, "218471"],
    [
      "R2: no expiry, another order, a long id",
      "mo-TXQzEwvXJiUx-lEAsrV7Aw0T1NVGhqschDtXYyuk.eyJ1c2VyX2lkIjoiMTAxNTg4ODg4ODg4ODg4ODgiLCJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5NTI0ODAwMH0",
      "10158888888888888",
    ],
    [
      "R3: the URL-safe alphabet",
      "6vdEHg8s8nkDM2Pf8l3BKE8TwthOfD1cj-lPzTtq5SU.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5NTI0ODAwMCwidXNlcl9pZCI6IjE3ODQxNDAwMDAwMDAwMDAxIiwibm90ZSI6IsOp8J-RjX4_PiJ9",
      "17841400000000001",
    ],
    [
      "R5: the algorithm in small letters",
      "xivccB02Ju-F7N8BXMb46r-fW2jVN15LLv-Sl48nwmQ.eyJpc3N1ZWRfYXQiOjE3OTUyNDgwMDAsInVzZXJfaWQiOiIyMTg0NzEiLCJhbGdvcml0aG0iOiJobWFjLXNoYTI1NiJ9",
      "218471",
    ],
    ["R1 with its signature padded", R1.replace(".", "=."), "218471"],
  ])("%s is accepted", (_, text, userId) => {
    expect(read(text)).toEqual({
      ok: true,
      value: { userId, issuedAt: new Date("2026-11-21T08:00:00Z"), verifiedWith: "app secret" },
    });
  });

  test("R4, which says that no algorithm was used, is refused although its MAC is right", () => {
    expect(
      read(
        "u868xfgpa_n_-HVNo0rH0bpsagQpKsLyr_LQsbVJa7I.eyJhbGdvcml0aG0iOiJub25lIiwiaXNzdWVkX2F0IjoxNzk1MjQ4MDAwLCJ1c2VyX2lkIjoiMjE4NDcxIn0",
      ),
    ).toEqual({ ok: false, error: "malformed" });
  });

  test("R1 signed with another app's secret is refused", () => {
    const text = `GDz0RdJTw_8GeYh7oZWosmayi0je7xhiEnAmme3MnFY.${R1.split(".")[1]}`;
    expect(read(text)).toEqual({ ok: false, error: "bad-signature" });
  });

  test("a MAC over the decoded JSON is refused", () => {
    const text = `45N8jyG67ACXXxU_OXNF0f5ouw9S3CcZdcTwjHuyXE8.${R1.split(".")[1]}`;
    expect(read(text)).toEqual({ ok: false, error: "bad-signature" });
  });
});

test("each of the app's secrets is tried, and the one that matched is named", () => {
  const both = [{ name: "instagram", value: otherSecret }, ...secrets];
  expect(readSignedRequest(R1, both, now)).toMatchObject({ value: { verifiedWith: "app secret" } });
});

test("without any secret nothing is accepted", () => {
  expect(readSignedRequest(R1, [], now)).toEqual({ ok: false, error: "bad-signature" });
});

test("what claims to be issued in the future is refused", () => {
  expect(readSignedRequest(R1, secrets, new Date("2026-11-21T07:54:00Z")).ok).toBe(false);
  expect(readSignedRequest(R1, secrets, new Date("2026-11-21T07:56:00Z")).ok).toBe(true);
});

test("no mutation of a signed request is accepted", () => {
  fc.assert(
    fc.property(fc.nat(R1.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (index, character) => {
      const mutated = R1.slice(0, index) + character + R1.slice(index + 1);
      fc.pre(mutated !== R1);
      expect(read(mutated).ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("no other secret accepts it", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(readSignedRequest(R1, [{ name: "other", value }], now).ok).toBe(false);
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.base64String(), fc.base64String()).map((p) => p.join(".")),
      ),
      (text) => {
        expect(read(text).ok).toBe(false);
      },
    ),
  );
});

test("whatever JSON is signed, only one with a person and the right algorithm is accepted", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (payload) => {
      expect(read(signed(payload)).ok).toBe(false);
    }),
  );
  expect(read(signed({ algorithm: "HMAC-SHA256", user_id: 218471 }))).toMatchObject({
    value: { userId: "218471" },
  });
  expect(read(signed({ algorithm: "HMAC-SHA256", user_id: 2 ** 53 + 2 })).ok).toBe(false);
});

function signed(payload: unknown): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString("base64url");
  const signature = createHmac("sha256", secrets[0]?.value ?? "")
    .update(encoded)
    .digest("base64url");
  return `${signature}.${encoded}`;
}
