import { and, eq, sql } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { OpeningHours } from "#lib/organizations/opening-hours.ts";

const day = [{ opens: "09:00", closes: "19:00" }];
const hours = OpeningHours.parse({
  ...{ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  saturday: [{ opens: "09:00", closes: "18:00" }],
  sunday: [],
});

/** Says when the barbershop is open, as its answers to customers do, unless someone has said otherwise. */
export async function openDemoShop({ userId, organizationId }: Member): Promise<void> {
  await asUser({ userId }, (tx) =>
    tx
      .update(organizations)
      .set({
        settings: sql`${organizations.settings} || ${JSON.stringify({ openingHours: hours })}::text::jsonb`,
      })
      .where(
        and(
          eq(organizations.id, organizationId),
          sql`not jsonb_exists(${organizations.settings}, 'openingHours')`,
        ),
      ),
  );
}
