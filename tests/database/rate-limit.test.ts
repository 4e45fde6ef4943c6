import { describe, expect, test } from "vitest";
import { doors } from "#lib/rate-limit/doors.ts";
import { forgive, knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { sql } from "#tests/support/database.ts";

const someone = () => ({
  address: `${crypto.randomUUID()}@example.com`,
  ip: `2001:db8::${crypto.randomUUID()}`,
});

async function knockTimes(times: number, knocker: ReturnType<typeof someone>) {
  const answers = [];
  for (let at = 0; at < times; at++) answers.push(await knock("sign-in", knocker));
  return answers;
}

describe("a door", () => {
  test("opens as often as it says, then tells how long to wait", async () => {
    const { points, seconds } = doors["sign-in"].addressAndIp;
    const knocker = someone();

    const answers = await knockTimes(points + 1, knocker);
    expect(answers.slice(0, points).every(({ allowed }) => allowed)).toBe(true);
    expect(answers.at(-1)).toEqual({ allowed: false, retryInMinutes: seconds / 60 });
  });

  test("counts people apart, however they write their address", async () => {
    const knocker = someone();
    await knockTimes(doors["sign-in"].addressAndIp.points, knocker);

    expect(await knock("sign-in", someone())).toEqual({ allowed: true });
    const shouted = { ...knocker, address: ` ${knocker.address.toUpperCase()} ` };
    expect(await knock("sign-in", shouted)).toMatchObject({ allowed: false });
  });

  test("counts each door apart", async () => {
    const knocker = someone();
    await knockTimes(doors["sign-in"].addressAndIp.points + 1, knocker);

    expect(await knock("mail", knocker)).toEqual({ allowed: true });
  });

  test("counts what comes at once, once each", async () => {
    const { points } = doors["sign-in"].addressAndIp;
    const knocker = someone();

    const answers = await Promise.all(Array.from({ length: points * 2 }, () => knock("sign-in", knocker)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(points);
  });

  test("forgives after a success", async () => {
    const knocker = someone();
    await knockTimes(doors["sign-in"].addressAndIp.points, knocker);
    await forgive("sign-in", knocker);

    expect(await knock("sign-in", knocker)).toEqual({ allowed: true });
  });

  test("opens again when the time is over", async () => {
    const knocker = someone();
    await knockTimes(doors["sign-in"].addressAndIp.points + 1, knocker);
    await sql`update private.rate_limits set expire = 0`;

    expect(await knock("sign-in", knocker)).toEqual({ allowed: true });
  });

  test("remembers no address and no network in the clear", async () => {
    const knocker = someone();
    await knock("sign-in", knocker);

    const keys = JSON.stringify(await sql`select key from private.rate_limits`);
    expect(keys).not.toContain(knocker.address);
    expect(keys).not.toContain(knocker.ip);
  });
});

test("the wait is told in words", () => {
  expect(tooManyAttempts({ retryInMinutes: 1 })).toBe("Too many attempts. Wait a minute and try again.");
  expect(tooManyAttempts({ retryInMinutes: 15 })).toBe("Too many attempts. Wait 15 minutes and try again.");
});
