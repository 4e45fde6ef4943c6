import { describe, expect, test } from "vitest";
import { Code, ConfirmationLink, MailRequest, SignIn, SignUp } from "#lib/auth/input.ts";

describe("signing in", () => {
  test("an address is compared in small letters, and a password as it is", () => {
    const input = SignIn.parse({ email: " Ana@Example.COM ", password: " pass word ", next: "/o/acme" });
    expect(input).toEqual({ email: "ana@example.com", password: " pass word ", next: "/o/acme" });
  });

  test("a way out of our pages is dropped", () => {
    expect(SignIn.parse({ email: "a@b.co", password: "x", next: "//evil.example" }).next).toBe("/");
  });

  test("a form without a next page leads home", () => {
    expect(MailRequest.parse({ email: "a@b.co" }).next).toBe("/");
  });
});

describe("signing up", () => {
  const valid = { name: "Ana", email: "ana@example.com", password: "eight ch" };

  test.each([
    [{ password: "seven c" }, "password"],
    [{ password: "ü".repeat(37) }, "password"],
    [{ email: "ana" }, "email"],
    [{ name: " " }, "name"],
  ])("%j is refused at its field", (change, field) => {
    const { error } = SignUp.safeParse({ ...valid, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test("72 bytes are the most a password has, because bcrypt reads no further", () => {
    expect(SignUp.safeParse({ ...valid, password: "x".repeat(72) }).success).toBe(true);
    expect(SignUp.safeParse({ ...valid, password: "x".repeat(73) }).success).toBe(false);
  });
});

describe("a code from a mail", () => {
  test("may be typed in groups", () => expect(Code.parse({ code: " 123 456 " }).code).toBe("123456"));
  test.each(["", "12345", "12345a", "12345678901"])("%j is refused", (code) =>
    expect(Code.safeParse({ code }).success).toBe(false),
  );
});

describe("a link from a mail", () => {
  test("carries a hashed token and its kind, or a code", () => {
    expect(ConfirmationLink.parse({ token_hash: "abc", type: "recovery", next: "/reset-password" })).toEqual({
      token_hash: "abc",
      type: "recovery",
      next: "/reset-password",
    });
    expect(ConfirmationLink.parse({ code: "abc" })).toEqual({ code: "abc", next: "/" });
  });

  test.each([
    {},
    { token_hash: "abc" },
    { token_hash: "", type: "signup" },
    { token_hash: "abc", type: "sms" },
  ])("%j is none", (query) => expect(ConfirmationLink.safeParse(query).success).toBe(false));
});
