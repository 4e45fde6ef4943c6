import type { ZoomUser } from "./user.ts";

const basicType = 1;
const licensedType = 2;

/** True for people without a paid licence, to whom Zoom gives less. */
export function isBasic({ type }: Pick<ZoomUser, "type">): boolean {
  return type === basicType;
}

/** What the person's plan means for us, in a sentence. */
export function planSentence(user: Pick<ZoomUser, "type">): string {
  if (isBasic(user)) return basicLimits;
  return user.type === licensedType
    ? "Licensed: nothing we use is missing."
    : "Zoom does not say which plan it is.";
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
