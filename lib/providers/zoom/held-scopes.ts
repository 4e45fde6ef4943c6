import { zoomScopes } from "./scopes.ts";

/** Apps older than granular scopes hold one broad scope for many fine ones. */
const classic: Readonly<Record<string, RegExp>> = {
  "user:read": /^user:read:/,
  user_profile: /^user:read:/,
  "meeting:read": /^meeting:read:/,
  "recording:read": /^cloud_recording:read:/,
};

/** The scopes a token answer names, and with a classic one every scope of ours that it includes. */
export function heldScopes(scope: string): string[] {
  const named = scope.split(/[\s,]+/).filter((name) => name !== "");
  const included = named.flatMap((name) => {
    const covers = Object.hasOwn(classic, name) ? classic[name] : undefined;
    return covers ? zoomScopes.map((known) => known.scope).filter((known) => covers.test(known)) : [];
  });
  return [...new Set([...named, ...included])];
}
