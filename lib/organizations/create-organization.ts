import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Visitor } from "#lib/audit/record.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { NewOrganization } from "./input.ts";
import { isTaken } from "./is-taken.ts";
import { slugFrom, slugWithEnding } from "./slug.ts";

/** Founds an organization with this person as its owner, at the address wished for or its name suggests, or close to it. */
export async function createOrganization(
  user: { userId: string },
  input: NewOrganization & { slug?: string },
  visitor?: Visitor,
): Promise<{ slug: string }> {
  const wished = input.slug ?? slugFrom(input.name);

  // Whether an address is free cannot be asked, since other organizations are out of sight: only tried.
  for (const slug of [wished, ...Array.from({ length: 4 }, () => slugWithEnding(wished, randomEnding()))]) {
    try {
      await found(user, input, slug, visitor);
      return { slug };
    } catch (error) {
      if (!isTaken(error, "organizations_slug_key")) throw error;
    }
  }
  throw new Error(`No free address near ${wished}`);
}

function found(user: { userId: string }, input: NewOrganization, slug: string, visitor?: Visitor) {
  return asUser(user, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(
      sql`select private.create_organization(${input.name}, ${slug}, ${input.timeZone}, ${input.businessType ?? null}) as id`,
    );
    if (!row) throw new Error("The organization was not created");

    await recordAudit(tx, {
      organizationId: row.id,
      action: "organization.created",
      targetType: "organization",
      targetId: row.id,
      metadata: { name: input.name },
      ...visitor,
    });
  });
}

const randomEnding = () => randomBytes(2).toString("hex");
