import { expect, test } from "vitest";
import { appsecretProof } from "#lib/providers/meta/appsecret-proof.ts";

test.each([
  [
    "test_app_secret_0123456789abcdef",
    "EAATESTTOKEN123",
    "fe07563c8571522d4a7183238bf227d1854f1ca780492e73d72e048bd18594b4",
  ],
  [
    "other_app_secret_fedcba9876543210",
    "IGAATESTTOKEN456",
    "15f0e218afc946a12e354ad906e2862a017d3be78994d66ff84a853af93d916c",
  ],
])("the proof of a token is the HMAC Meta computes", (secret, token, proof) => {
  expect(appsecretProof(secret, token)).toBe(proof);
});
