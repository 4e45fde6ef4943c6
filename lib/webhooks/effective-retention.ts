import { OrganizationSettings, retentionDays } from "#lib/organizations/settings.ts";

const hourMs = 3_600_000;

/** For how many days an organization with these settings keeps events, within what the installation keeps at most. */
export function effectiveRetention(settings: unknown, longest: number): number {
  const { eventRetentionDays = retentionDays.usual } = OrganizationSettings.parse(settings);
  return Math.min(eventRetentionDays, longest);
}

/** Events received before this moment are past keeping. A whole hour, as events are counted by. */
export function retentionEnd(days: number, now: Date): Date {
  return new Date(Math.floor(now.getTime() / hourMs) * hourMs - days * 24 * hourMs);
}
