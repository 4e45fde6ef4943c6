import "server-only";
import { cookies } from "next/headers";

/** The cookie that remembers where the person was last; the frame writes it in the browser. */
export const lastOrganizationCookie = "last-organization";

/** The address of the organization the person was last in, as their browser says: a hint, not a permission. */
export async function lastOrganization(): Promise<string | undefined> {
  return (await cookies()).get(lastOrganizationCookie)?.value;
}
