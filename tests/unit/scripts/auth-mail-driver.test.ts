import { expect, test } from "vitest";
import { plainText, withReturnPath } from "#scripts/stack/auth-mail-driver.ts";

const appUrl = "http://localhost:3000";
const mail =
  '<p>Hello</p>\n<a href="http://localhost:3000/auth/confirm?token_hash=a&type=signup&next=x">Confirm</a>';

const nextIn = (html: string) => new URL(/href="([^"]+)"/.exec(html)?.[1] ?? "").searchParams.get("next");

test.each([
  ["the page that was asked for", `${appUrl}/invite/abc?from=mail&again=1`, "/invite/abc?from=mail&again=1"],
  [
    "the page behind /auth/confirm",
    `${appUrl}/auth/confirm?next=${encodeURIComponent("/o/acme?a=1")}`,
    "/o/acme?a=1",
  ],
  ["home, when another site was asked for", "https://elsewhere.example/", "/"],
  ["home, when nonsense was asked for", "http://[", "/"],
])("a mail leads on to %s", (_, address, expected) => {
  expect(nextIn(withReturnPath(mail, address, appUrl))).toBe(expected);
});

test("who reads plain text gets the link too", () => {
  expect(plainText(mail)).toBe(
    "Hello\n\nConfirm: http://localhost:3000/auth/confirm?token_hash=a&type=signup&next=x",
  );
});
