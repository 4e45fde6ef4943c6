import { ZoomError } from "./zoom-error.ts";

/** The token endpoint's own shape. What Zoom's pages give a number stands at the end of the reason. */
export function tokenError(error: string, reason: string, status = 400): ZoomError {
  return new ZoomError(status, { reason, error });
}

export function wrongClient(): ZoomError {
  return tokenError("invalid_client", "Invalid client_id or client_secret (4702)", 401);
}
