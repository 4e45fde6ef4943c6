import type { BeginRefusal } from "./begin-attempt.ts";

/** Why the dialog could not be opened, as the Connections page says it. */
export const notices: Record<BeginRefusal | "too-many", string> = {
  "admins-only": "Only owners and admins can connect accounts. Ask one of them.",
  "unknown-provider": "This platform cannot be connected.",
  "not-set-up":
    "This platform is not set up in this installation yet. Whoever runs it has to add its app id and secret.",
  "not-connected": "This account is not connected, so there is nothing to reconnect.",
  "too-many": "That was tried very often in a short time. Wait a few minutes, then try again.",
};
