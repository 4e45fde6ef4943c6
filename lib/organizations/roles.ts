/** What a person may be in an organization, each including what the one before may do. */
export const roles = ["viewer", "member", "admin", "owner"] as const;

export type Role = (typeof roles)[number];

/** True when the member holds this role or one above it. */
export function hasRole(member: { role: Role }, atLeast: Role): boolean {
  return roles.indexOf(member.role) >= roles.indexOf(atLeast);
}
