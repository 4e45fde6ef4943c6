import type { Sandbox } from "../sandbox.ts";
import type { WebhookDesk } from "./open-webhooks.ts";
import type { TwilioState } from "./types.ts";

/** What every route of the stand-in for Twilio needs. */
export type Twilio = {
  sandbox: Sandbox;
  state: TwilioState;
  webhooks: WebhookDesk;
  /** Calls whose answer is to be lost after they were carried out. Not kept over restarts. */
  losses: { count: number; match: string }[];
};
