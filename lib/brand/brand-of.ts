import "server-only";
import { eq, isNull, or, sql } from "drizzle-orm";
import { brandSettings } from "#drizzle/schema/tenancy.ts";
import type { Transaction } from "#lib/db/client.ts";

export type Brand = { primaryColor: string; secondaryColor: string; logoPath: string | null };

/** What nobody chose anything else for. */
const usual: Brand = { primaryColor: "#2A3EB1", secondaryColor: "#4C6FE7", logoPath: null };

/** The organization's colours and logo; the platform's where it chose none. */
export async function brandOf(tx: Transaction, organizationId: string): Promise<Brand> {
  const { primaryColor, secondaryColor, logoPath } = brandSettings;
  const [brand] = await tx
    .select({ primaryColor, secondaryColor, logoPath })
    .from(brandSettings)
    .where(or(eq(brandSettings.organizationId, organizationId), isNull(brandSettings.organizationId)))
    .orderBy(sql`${brandSettings.organizationId} nulls last`)
    .limit(1);
  return brand ?? usual;
}
