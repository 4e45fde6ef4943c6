import "server-only";
import { alertBroken } from "#lib/connections/alert-broken.ts";
import { alertPerson } from "#lib/connections/alert-person.ts";
import { alertWell } from "#lib/connections/alert-well.ts";
import { alertWellPerson } from "#lib/connections/alert-well-person.ts";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { checkDue } from "#lib/connections/check-due.ts";
import { deleteUserData } from "#lib/connections/delete-user-data.ts";
import { eraseAccounts } from "#lib/connections/erase-accounts.ts";
import { forgetAttempts } from "#lib/connections/forget-attempts.ts";
import { forgetChecks } from "#lib/connections/forget-checks.ts";
import { forgetSecrets } from "#lib/connections/forget-secrets.ts";
import { renewAccess } from "#lib/connections/renew-access.ts";
import { renewDue } from "#lib/connections/renew-due.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { forgetFile } from "#lib/deliverables/forget-file.ts";
import { mailReport } from "#lib/reports/mail-report.ts";
import { makeReport } from "#lib/reports/make-report.ts";
import { startMonthly } from "#lib/reports/start-monthly.ts";
import { forgetSyncs } from "#lib/sync/forget-syncs.ts";
import { planSync } from "#lib/sync/plan-sync.ts";
import { syncDue } from "#lib/sync/sync-due.ts";
import { syncInTurn } from "#lib/sync/sync-in-turn.ts";
import { adoptForConnection } from "#lib/webhooks/adopt-for-connection.ts";
import { applyRetention } from "#lib/webhooks/apply-retention.ts";
import { catchUp } from "#lib/webhooks/catch-up.ts";
import { catchUpAll } from "#lib/webhooks/catch-up-all.ts";
import { maintainTables } from "#lib/webhooks/maintain-tables.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { runReplay } from "#lib/webhooks/run-replay.ts";
import { sweep } from "#lib/webhooks/sweep.ts";
import { forgetGivenUp } from "./forget-given-up.ts";
import type { JobName, JobPayload } from "./payloads.ts";
import { releaseAbandoned } from "./release-abandoned.ts";

/** What each job does, in one line. A job without a handler does not compile. */
export const handlers: { [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> } = {
  "webhook-events.process": ({ connectionId }) => processPending(connectionId),
  "webhook-events.adopt": ({ connectionId }) => adoptForConnection(connectionId),
  "webhook-events.sweep": () => sweep(),
  "webhook-events.replay": (turn) => runReplay(turn),
  "webhooks.maintain": () => maintainTables(),
  "webhooks.retain": ({ organizationId }) => applyRetention(organizationId),
  "jobs.release-abandoned": () => releaseAbandoned(),
  "jobs.forget-given-up": () => forgetGivenUp(),
  "connection.check": async ({ connectionId, cause, attempt }) => {
    await checkConnection(connectionId, cause, attempt);
  },
  "connection.renew": async ({ connectionId }) => {
    await renewAccess(connectionId);
  },
  "connection.alert": (broken) => alertBroken(broken),
  "connection.alert-person": (broken) => alertPerson(broken),
  "connection.alert-well": ({ connectionId }) => alertWell(connectionId),
  "connection.alert-well-person": (told) => alertWellPerson(told),
  "connection.catch-up": ({ connectionId }) => catchUp(connectionId),
  "connection.revoke": ({ connectionId, attempt }) => revoke(connectionId, attempt),
  "connection.sync": (turn) => syncInTurn(turn),
  "connection.plan-sync": ({ connectionId }) => planSync(connectionId),
  "connections.check-due": () => checkDue(),
  "connections.renew-due": () => renewDue(),
  "connections.catch-up": () => catchUpAll(),
  "connections.sync-due": () => syncDue(),
  "connections.forget-syncs": () => forgetSyncs(),
  "connections.forget-secrets": () => forgetSecrets(),
  "connections.forget-attempts": () => forgetAttempts(),
  "connections.forget-checks": () => forgetChecks(),
  "connections.erase-accounts": (removal) => eraseAccounts(removal),
  "connections.delete-user-data": (request) => deleteUserData(request),
  "report.render": (asked) => makeReport(asked),
  "report.mail": (told) => mailReport(told),
  "reports.monthly": () => startMonthly(),
  "deliverable.forget-file": (removed) => forgetFile(removed),
};
