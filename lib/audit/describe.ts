import { lookUp } from "#lib/look-up.ts";

type Traced = { action: string; metadata: unknown; targetName: string | null };

const fieldNames: Record<string, string> = {
  name: "the name",
  slug: "the address",
  timeZone: "the time zone",
  businessType: "the kind of business",
  eventRetentionDays: "the days events are kept",
  openingHours: "opening hours",
};

const problemWords: Record<string, string> = {
  open: "opened",
  acknowledged: "acknowledged",
  resolved: "resolved",
};

const sentences: Record<string, (about: { name: string; metadata: Record<string, unknown> }) => string> = {
  "auth.signed_up": () => "created an account",
  "auth.confirmed": () => "confirmed their e-mail address",
  "auth.signed_in": () => "signed in",
  "auth.signed_out": () => "signed out",
  "auth.password_reset": () => "set a new password",
  "auth.sign_up_repeated": ({ name }) => `tried to create an account for ${name}, who has one`,
  "auth.link_requested": ({ name }) => `asked for a sign-in link for ${name}`,
  "auth.reset_requested": ({ name }) => `asked to set a new password for ${name}`,
  "auth.code_failed": ({ name }) => `entered a wrong code as ${name}`,
  "auth.sign_in_failed": ({ name }) => `could not sign in as ${name}`,
  "organization.created": () => "created the organization",
  "organization.changed": ({ metadata }) => `changed ${changedFields(metadata)}`,
  "events.exported": ({ metadata }) => `exported events as ${metadata.format === "csv" ? "CSV" : "NDJSON"}`,
  "content.exported": () => "exported posts as CSV",
  "competitor.added": ({ name }) => `began to watch ${name}`,
  "competitor.removed": ({ name }) => `stopped watching ${name}`,
  "analytics.exported": () => "exported figures as CSV",
  "problem.changed": ({ metadata }) =>
    `${lookUp(problemWords, String(metadata.status)) ?? "changed"} a problem with ${text(metadata.eventType) ?? "events"}`,
  "connection.connected": ({ name }) => `connected ${name}`,
  "connection.reconnected": ({ name }) => `reconnected ${name}`,
  "connection.disconnected": ({ name }) => `disconnected ${name}`,
  "connection.grant_withdrawn": ({ name }) => `was told that access to ${name} was taken back`,
  "connection.subscription_repaired": ({ name }) => `repaired how events of ${name} arrive`,
  "connection.data_erased": () => "erased what a removed account had told us",
  "connection.checked": ({ name }) => `checked ${name}`,
  "connection.synced": ({ name }) => `had ${name} synced`,
  "connection.sync_frequency_changed": ({ name, metadata }) =>
    `changed how often ${name} is synced${text(metadata.often) ? ` to ${text(metadata.often)}` : ""}`,
  "report.requested": ({ metadata }) => `had a report made: ${text(metadata.name) ?? "untitled"}`,
  "report.shared": ({ metadata }) => `made a link to the report ${text(metadata.name) ?? "untitled"}`,
  "report.share_revoked": () => "ended a link to a report",
  "report.removed": ({ metadata }) => `removed the report ${text(metadata.name) ?? "untitled"}`,
  "report.schedule_on": () => "set the monthly report",
  "report.schedule_off": () => "turned the monthly report off",
  "brand.changed": () => "changed the brand's colours",
  "brand.logo_changed": () => "changed the logo",
  "brand.logo_removed": () => "removed the logo",
  "replay.started": ({ metadata }) => `started to run ${eventsOf(metadata)} again`,
  "replay.cancelled": ({ metadata }) => `cancelled a replay after ${eventsOf(metadata)}`,
};

/** What happened, to be read after a person's name. An action without a sentence is told by its own words. */
export function describeAudit({ action, metadata, targetName }: Traced): string {
  const about =
    metadata !== null && typeof metadata === "object" ? (metadata as Record<string, unknown>) : {};
  const name = targetName ?? text(about.displayName) ?? text(about.name) ?? "an account";

  const sentence = lookUp(sentences, action);
  if (sentence) return sentence({ name, metadata: about });
  return [action.replace(/[._-]+/g, " "), text(about.displayName)].filter(Boolean).join(": ");
}

function changedFields({ changes }: Record<string, unknown>): string {
  if (changes === null || typeof changes !== "object") return "the settings";

  const told = Object.entries(changes).map(([field, change]) => {
    const to = change !== null && typeof change === "object" && "to" in change ? text(change.to) : undefined;
    return `${lookUp(fieldNames, field) ?? field}${to ? ` to “${to}”` : ""}`;
  });
  return new Intl.ListFormat("en").format(told);
}

function eventsOf({ events }: Record<string, unknown>): string {
  if (typeof events !== "number") return "events";
  return events === 1 ? "1 event" : `${events.toLocaleString("en")} events`;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
