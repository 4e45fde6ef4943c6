import type { Sandbox } from "../sandbox.ts";
import type { WebhookDesk } from "./open-webhooks.ts";
import type { ZoomState } from "./types.ts";

/** What every route of the stand-in for Zoom needs. */
export type Zoom = {
  sandbox: Sandbox;
  state: ZoomState;
  webhooks: WebhookDesk;
  mischief: Mischief;
};

/** What was asked to go wrong with the next refreshes and calls. Not kept over restarts. */
export type Mischief = {
  /** Refreshes that rotate, and whose answer is lost. By user, or for anyone. */
  loseRefreshes: Turns;
  /** Refreshes that are answered with 500 and rotate nothing. */
  failRefreshes: Turns;
  /** Refreshes whose answer takes its time. */
  slowRefreshes: Turns & { ms: number };
  /** Calls answered with 429, by account. */
  limits: { accountId: string | null; kind: "QPS" | "Daily-limit"; count: number }[];
};

export type Turns = { userId: string | null; count: number };
