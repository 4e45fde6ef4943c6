import type { Attempt } from "../state/types.ts";

/** Everything the stand-in for Zoom remembers. Times by which tokens age are milliseconds of the platforms' clock. */
export type ZoomState = {
  app: ZoomApp;
  users: Record<string, ZoomUser>;
  codes: Record<string, Code>;
  /** By access token. */
  pairs: Record<string, TokenPair>;
  /** Refresh calls by user, whatever became of them. */
  refreshes: Record<string, { asked: number; rotated: number; refused: number }>;
  webhook: Webhook;
  meetings: Meeting[];
  deliveries: Delivery[];
};

export type ZoomApp = {
  scopes: string[];
  /** Those a person may leave out. */
  optionalScopes: string[];
  disabled: boolean;
  /** Zoom tells only published apps that they were removed. */
  published: boolean;
};

export type ZoomUser = {
  id: string;
  accountId: string;
  email: string;
  firstName: string;
  lastName: string;
  timezone: string;
  plan: "basic" | "licensed";
  /** The admin of the account has to allow the app first. */
  needsApproval: boolean;
  /** For how many weeks back the person has met others by their rhythm; none when left out. */
  weeks?: number;
};

export type Code = {
  value: string;
  userId: string;
  redirectUri: string;
  challenge: { text: string; method: "plain" | "S256" } | null;
  scopes: string[];
  expiresAt: number;
  used: boolean;
};

export type TokenPair = {
  access: string;
  refresh: string;
  userId: string;
  scopes: string[];
  accessExpiresAt: number;
  refreshExpiresAt: number;
  /** Why the refresh token is worth nothing any more. */
  dead: { code: number; reason: string } | null;
  /** Revoked rather than rotated: then the access token is dead as well. */
  revoked: boolean;
};

export type Webhook = {
  /** By the platforms' clock; null while the address has never passed. */
  validatedAt: number | null;
  failedValidations: number;
  disabled: boolean;
  retryDelaysMs: number[];
};

export type Meeting = {
  id: number;
  uuid: string;
  hostId: string;
  topic: string;
  type: number;
  startTime: number;
  duration: number;
  status: "scheduled" | "started" | "ended";
  startedAt: number | null;
  endedAt: number | null;
  participants: Participant[];
  /** Set for one planned time of a meeting that repeats: all its times share the uuid. */
  occurrenceId?: string;
  agenda?: string;
  /** It was recorded in the cloud, and the recording is ready. */
  recorded?: boolean;
};

export type Participant = {
  userId: string;
  uuid: string;
  name: string;
  joinedAt: number;
  leftAt: number | null;
  /** Their id at Zoom; guests have none. */
  zoomId?: string;
  email?: string;
};

export type Delivery = {
  id: string;
  userId: string | null;
  summary: string;
  body: string;
  createdAt: number;
  status: "waiting" | "delivered" | "failed" | "not sent";
  note: string | null;
  nextAttemptAt: number | null;
  attempts: Attempt[];
};
