import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { type Door, doors } from "./doors.ts";
import { postgresStore } from "./postgres-store.ts";

/** Who knocks: what is known of them at this door. */
export type Knocker = { address?: string; ip?: string; userId?: string };

export type Answer = { allowed: true } | { allowed: false; retryInMinutes: number };

/** Counts one attempt at a door against everything known of who knocks. Refused: how long until it is worth trying. */
export async function knock(door: Door, knocker: Knocker): Promise<Answer> {
  // The cheapest flood first: who is refused by network must not use up someone else's address.
  for (const { limiter, key } of limitersFor(door, knocker)) {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { allowed: false, retryInMinutes: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)) };
    }
  }
  return { allowed: true };
}

/** Forgets the strict counts after a success: only failures in a row are held against a person. */
export async function forgive(door: Door, knocker: Knocker): Promise<void> {
  const strict = limitersFor(door, knocker).filter(({ by }) => by !== "ip");
  await Promise.all(strict.map(({ limiter, key }) => limiter.delete(key)));
}

/** The refusal as a person reads it. */
export function tooManyAttempts({ retryInMinutes }: { retryInMinutes: number }): string {
  const wait = retryInMinutes === 1 ? "a minute" : `${retryInMinutes} minutes`;
  return `Too many attempts. Wait ${wait} and try again.`;
}

function limitersFor(door: Door, { address, ip, userId }: Knocker) {
  const email = address?.trim().toLowerCase();
  const known = { ip, address: email, addressAndIp: email && ip && `${email} ${ip}`, user: userId };
  const limits: Partial<Record<keyof typeof known, { points: number; seconds: number }>> = doors[door];

  return (["ip", "addressAndIp", "address", "user"] as const).flatMap((by) => {
    const limit = limits[by];
    const value = known[by];
    if (!limit || !value) return [];

    const limiter = limiterFor(`${door}:${by}`, limit);
    return [{ by, limiter, key: fingerprint(value) }];
  });
}

const limiters = new Map<string, RateLimiterPostgres>();

function limiterFor(name: string, limit: { points: number; seconds: number }): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;

  const limiter = new RateLimiterPostgres({
    storeClient: postgresStore,
    storeType: "client",
    schemaName: "private",
    tableName: "rate_limits",
    tableCreated: true,
    // One sweeps for all: they share the table.
    clearExpiredByTimeout: limiters.size === 0,
    keyPrefix: name,
    points: limit.points,
    duration: limit.seconds,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** The table holds no addresses, only what tells two apart. */
const fingerprint = (value: string) => createHash("sha256").update(value).digest("base64url").slice(0, 32);
