import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { Visitor } from "#lib/audit/record.ts";
import { hashSecret } from "#lib/crypto/hash-secret.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { concludeAttempt } from "./conclude-attempt.ts";
import { redeemCode } from "./redeem-code.ts";

type Answer = {
  provider: string;
  query: URLSearchParams;
  /** Null when the browser brought no cookie of ours. */
  browserSecret: string | null;
  visitor: Visitor;
};

/** Why an answer cannot be tied to an attempt of this person in this browser. The attempt, if any, stays as it was. */
export type AnswerProblem = "unknown-attempt" | "other-person" | "other-browser";

/** Where the person goes on. `over`: the attempt ended without a grant, and its outcome says how. */
export type Landing =
  | { kind: "nowhere"; problem: AnswerProblem }
  | { kind: "choose" | "finished" | "over"; slug: string; attemptId: string };

/**
 * Takes the dialog's answer. State is validated before anything else is read, whatever the answer says; then the
 * attempt is consumed by one update, so that of two identical answers one acts and the other lands where it led.
 */
export async function answerAttempt(
  person: { userId: string; email: string },
  { provider: providerId, query, browserSecret, visitor }: Answer,
): Promise<Landing> {
  const attempt = await findAttempt(providerId, query.get("state"));
  if (!attempt) return { kind: "nowhere", problem: "unknown-attempt" };
  if (attempt.userId !== person.userId) return { kind: "nowhere", problem: "other-person" };
  if (browserSecret === null || hashSecret(browserSecret) !== attempt.browserHash) {
    return { kind: "nowhere", problem: "other-browser" };
  }
  const member = await findMembership(person, attempt.slug);
  if (!member) return { kind: "nowhere", problem: "unknown-attempt" };

  const landing = (kind: "choose" | "finished" | "over") => ({
    kind,
    slug: attempt.slug,
    attemptId: attempt.id,
  });
  if (!(await consume(attempt.id))) {
    if (attempt.consumedAt === null && attempt.expiresAt <= new Date()) return landing("over");
    return landing("choose");
  }

  const connect = findProvider(providerId)?.connect;
  const no = connect?.kind === "dialog" ? connect.readRefusal(query) : null;
  if (no) {
    const ending = no.kind === "cancelled" ? no : { ...no, nextStep: "Nothing was changed." };
    await concludeAttempt(attempt.id, ending);
    return landing("over");
  }
  return landing(await redeemCode(member, attempt.id, query.get("code") ?? "", visitor));
}

async function findAttempt(provider: string, state: string | null) {
  if (!state || !findProvider(provider)) return undefined;

  const [attempt] = await asSystem((tx) =>
    tx
      .select({
        id: oauthSessions.id,
        provider: oauthSessions.provider,
        userId: oauthSessions.userId,
        browserHash: oauthSessions.browserHash,
        expiresAt: oauthSessions.expiresAt,
        consumedAt: oauthSessions.consumedAt,
        slug: organizations.slug,
      })
      .from(oauthSessions)
      .innerJoin(organizations, eq(organizations.id, oauthSessions.organizationId))
      .where(eq(oauthSessions.stateHash, hashSecret(state))),
  );
  return attempt?.provider === provider ? attempt : undefined;
}

async function consume(id: string): Promise<boolean> {
  const consumed = await asSystem((tx) =>
    tx
      .update(oauthSessions)
      .set({ consumedAt: sql`now()` })
      .where(
        and(
          eq(oauthSessions.id, id),
          isNull(oauthSessions.consumedAt),
          gt(oauthSessions.expiresAt, sql`now()`),
        ),
      )
      .returning({ id: oauthSessions.id }),
  );
  return consumed.length === 1;
}
