import type { Sandbox } from "../sandbox.ts";
import type { Person } from "../state/types.ts";
import { dropOrphanedSubscriptions, grantOf, removeGrant } from "./grants.ts";
import { GraphError } from "./graph-error.ts";

/** GET /me/permissions. */
export function listPermissions({ facebook }: Sandbox, person: Person) {
  const { permissions } = grantOf(facebook, person.id);
  return { data: Object.entries(permissions).map(([permission, status]) => ({ permission, status })) };
}

/** DELETE /me/permissions removes the app for this person with all their Pages; with a name, only that one. */
export function deletePermissions({ facebook, config }: Sandbox, person: Person, permission: string | null) {
  if (!permission) {
    removeGrant(facebook, person.id, config.meta.appId);
    return { success: true };
  }
  const { permissions } = grantOf(facebook, person.id);
  if (!permissions[permission]) throw new GraphError(100, "(#100) Invalid parameter");

  delete permissions[permission];
  dropOrphanedSubscriptions(facebook);
  return { success: true };
}
