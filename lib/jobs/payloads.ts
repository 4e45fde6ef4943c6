import { z } from "zod";

/** Every job there is, by name, with what it needs to know: ids, never rows and never secrets. */
export const jobPayloads = {
  "webhook-events.process": z.object({ connectionId: z.uuid() }),
  "webhook-events.adopt": z.object({ connectionId: z.uuid() }),
  "webhook-events.sweep": z.object({}),
  /** One turn of a replay. All of its events before `since` are known to be settled. */
  "webhook-events.replay": z.object({
    replayId: z.uuid(),
    since: z.uuid().optional(),
    turn: z.int().nonnegative(),
  }),
  "webhooks.maintain": z.object({}),
  /** Without an organization, all of them. */
  "webhooks.retain": z.object({ organizationId: z.uuid().optional() }),
  "jobs.release-abandoned": z.object({}),
  "jobs.forget-given-up": z.object({}),
  "connection.check": z.object({
    connectionId: z.uuid(),
    cause: z.enum(["connect", "person", "schedule", "error"]),
    attempt: z.int().nonnegative(),
  }),
  "connection.renew": z.object({ connectionId: z.uuid() }),
  "connection.alert": z.object({ connectionId: z.uuid(), brokenSince: z.iso.datetime() }),
  "connection.alert-person": z.object({
    connectionId: z.uuid(),
    brokenSince: z.iso.datetime(),
    userId: z.uuid(),
  }),
  "connection.alert-well": z.object({ connectionId: z.uuid() }),
  "connection.alert-well-person": z.object({ connectionId: z.uuid(), userId: z.uuid() }),
  "connection.catch-up": z.object({ connectionId: z.uuid() }),
  "connection.revoke": z.object({ connectionId: z.uuid(), attempt: z.int().nonnegative() }),
  "connection.sync": z.object({
    connectionId: z.uuid(),
    cause: z.enum(["connect", "schedule", "person"]),
    attempt: z.int().nonnegative(),
  }),
  "connection.plan-sync": z.object({ connectionId: z.uuid() }),
  "connections.check-due": z.object({}),
  "connections.renew-due": z.object({}),
  "connections.catch-up": z.object({}),
  "connections.sync-due": z.object({}),
  "connections.forget-syncs": z.object({}),
  "connections.forget-secrets": z.object({}),
  "connections.forget-attempts": z.object({}),
  "connections.forget-checks": z.object({}),
  "connections.erase-accounts": z.object({
    provider: z.string(),
    externalUserId: z.string(),
    withdrawnAt: z.iso.datetime(),
  }),
  /** The platform's own id of the person, since their request is all that names them. */
  "connections.delete-user-data": z.object({
    code: z.string(),
    externalUserId: z.string(),
    requestedAt: z.iso.datetime(),
  }),
  /** Monthly ones are mailed once they are made. */
  "report.render": z.object({ deliverableId: z.uuid(), isMonthly: z.boolean() }),
  /** The address itself: who gets a report need not have an account, and so has no id. */
  "report.mail": z.object({ deliverableId: z.uuid(), to: z.email() }),
  "reports.monthly": z.object({}),
  "deliverable.forget-file": z.object({ organizationId: z.uuid(), deliverableId: z.uuid() }),
};

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.output<(typeof jobPayloads)[Name]>;
