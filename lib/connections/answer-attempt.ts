import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { Visitor } from "#lib/audit/record.ts";
import { hashSecret } from "#lib/crypto/hash-secret.ts";
import { sameText } from "#lib/crypto/same-text.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import type { DialogRefusal } from "#lib/providers/dialog-connect.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { concludeAttempt } from "./conclude-attempt.ts";
import { redeemCode } from "./redeem-code.ts";

type Answer = {
  provider: string;
  query: URLSearchParams;
  /** Null when the browser brought no cookie of ours. */
  browserSecret: string | null;
  visitor: Visitor;
};

/**
 * Why an answer cannot be tied to an attempt of this person in this browser. The attempt, if any, stays as it was.
 * `cancelled` and `refused`: a no that names no attempt at all.
 */
export type AnswerProblem =
  | "unknown-attempt"
  | "other-person"
  | "other-browser"
  | "cancelled"
  | "refused"
  | "too-many";

/** Where the person goes on. `over`: the attempt ended without a grant, and its outcome says how. */
export type Landing =
  | { kind: "nowhere"; problem: AnswerProblem; reason?: string }
  | { kind: "choose" | "finished" | "over"; slug: string; attemptId: string };

/**
 * Takes the dialog's answer. State is validated before anything else is read, whatever the answer says; then the
 * attempt is consumed by one update, so that of two identical answers one acts and the other lands where it led.
 */
export async function answerAttempt(
  person: { userId: string; email: string },
  { provider: providerId, query, browserSecret, visitor }: Answer,
): Promise<Landing> {
  const { allowed } = await knock("oauth-callback", { userId: person.userId, ip: visitor.ip });
  if (!allowed) return { kind: "nowhere", problem: "too-many" };

  const state = query.get("state");
  if (!state) return withoutState(readRefusal(providerId, query));
  const attempt = await findAttempt(providerId, state);
  if (!attempt) return { kind: "nowhere", problem: "unknown-attempt" };
  if (attempt.userId !== person.userId) return { kind: "nowhere", problem: "other-person" };
  if (browserSecret === null || !sameText(hashSecret(browserSecret), attempt.browserHash)) {
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

  const no = readRefusal(providerId, query);
  if (no) {
    const ending =
      no.kind === "cancelled"
        ? no
        : { kind: no.kind, sentence: no.sentence, nextStep: "Nothing was changed." };
    await concludeAttempt(attempt.id, ending);
    return landing("over");
  }
  return landing(await redeemCode(member, attempt.id, query.get("code") ?? "", visitor));
}

function readRefusal(provider: string, query: URLSearchParams): DialogRefusal | null {
  const connect = findProvider(provider)?.connect;
  return connect?.kind === "dialog" ? connect.readRefusal(query) : null;
}

/** Some refusals come back without the state. They are told, and since anyone can make such an address, nothing is done. */
function withoutState(no: DialogRefusal | null): Landing {
  if (!no) return { kind: "nowhere", problem: "unknown-attempt" };
  return no.kind === "cancelled"
    ? { kind: "nowhere", problem: "cancelled" }
    : { kind: "nowhere", problem: "refused", reason: no.reason };
}

async function findAttempt(provider: string, state: string) {
  if (!findProvider(provider)) return undefined;

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
