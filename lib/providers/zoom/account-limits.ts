import type { ZoomUser } from "./user.ts";

const basicType = 1;

/** True for people without a paid licence, to whom Zoom gives less. */
export function isBasic({ type }: Pick<ZoomUser, "type">): boolean {
  return type === basicType;
}

export const basicLimits =
  "On Zoom's Basic plan there are no lists of who came, no reports and no cloud recordings.";

/** What is wrong with the person's place in the Zoom account, with what mends it; null when nothing is. */
export function accountProblem({ status }: Pick<ZoomUser, "status">): string | null {
  if (status === "inactive")
    return "The person is deactivated at Zoom. An admin of the Zoom account can activate them.";
  if (status === "pending")
    return "The person has not confirmed their Zoom account yet. Zoom sent them an e-mail.";
  return null;
}
