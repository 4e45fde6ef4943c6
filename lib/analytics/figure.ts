import type { MetricType } from "#lib/providers/synchronization.ts";
import { type FigureKind, figureKinds } from "./figure-kinds.ts";

/** A value for each date of a span; null where the platform told none. */
export type Days = (number | null)[];

/** What one account was told to have of a metric, in the range and in the days before it. */
export type AccountDays = {
  connectionId: string;
  /** Not connected any more: what it had still counts in sums, where it stood counts no longer. */
  isGone: boolean;
  days: Days;
  beforeDays: Days;
  /** The platform's own name of the metric changed on the way, and with it what is counted. */
  isRedefined: boolean;
};

export type AccountFigure = AccountDays & { total: number | null; before: number | null };

/** What can be compared fairly: days, or for a level accounts, that are known in both periods. */
export type Compared = { now: number; before: number; days: number; isPartial: boolean };

export type Figure = {
  metric: MetricType;
  kind: FigureKind;
  /** All accounts together. */
  days: Days;
  beforeDays: Days;
  /** How many accounts told something of each day. */
  told: number[];
  accounts: AccountFigure[];
  /** Of the range: a level's latest, else all days added. Null when nothing is known. */
  total: number | null;
  before: number | null;
  compared: Compared | null;
  /** The share by which it changed, 0.12 for 12 % more; null where nothing can be compared. */
  change: number | null;
};

/** Puts accounts together. A day nobody told of stays a gap, and only what is known in both periods is compared. */
export function figureOf(metric: MetricType, accounts: AccountDays[], length: number): Figure {
  const kind = figureKinds[metric];
  const each = accounts.map((account) => ({
    ...account,
    total: totalOf(kind, account.days),
    before: totalOf(kind, account.beforeDays),
  }));
  const standing = kind === "level" ? each.filter(({ isGone }) => !isGone) : each;
  const compared = kind === "level" ? comparedLevels(standing) : comparedDays(each, length);

  return {
    metric,
    kind,
    days: together(
      kind,
      each.map(({ days }) => days),
      length,
    ),
    beforeDays: together(
      kind,
      each.map(({ beforeDays }) => beforeDays),
      length,
    ),
    told: indexes(length).map((day) => each.filter(({ days }) => known(days[day])).length),
    accounts: each,
    total: sumOf(standing.map(({ total }) => total)),
    before: sumOf(standing.map(({ before }) => before)),
    compared,
    change: compared && compared.before > 0 ? compared.now / compared.before - 1 : null,
  };
}

function totalOf(kind: FigureKind, days: Days): number | null {
  return kind === "level" ? (days.findLast(known) ?? null) : sumOf(days);
}

/** Of levels, a day on which an account between its first and its last value is silent is a gap: its fall would be untrue. */
function together(kind: FigureKind, accounts: Days[], length: number): Days {
  return indexes(length).map((day) => {
    const isBroken = kind === "level" && accounts.some((days) => !known(days[day]) && isBetween(days, day));
    return isBroken ? null : sumOf(accounts.map((days) => days[day] ?? null));
  });
}

const isBetween = (days: Days, day: number) => days.findIndex(known) < day && days.findLastIndex(known) > day;

/** Of accounts that were there in both periods. */
function comparedLevels(accounts: AccountFigure[]): Compared | null {
  const both = accounts.filter(({ total, before }) => known(total) && known(before));
  if (both.length === 0) return null;
  return {
    now: sumOf(both.map(({ total }) => total)) ?? 0,
    before: sumOf(both.map(({ before }) => before)) ?? 0,
    days: accounts[0]?.days.length ?? 0,
    isPartial: both.length < accounts.filter(({ total }) => known(total)).length,
  };
}

/** Day by day from the beginning of each period: a day that only one of them knows would look like a rise or a fall. */
function comparedDays(accounts: AccountFigure[], length: number): Compared | null {
  const compared = { now: 0, before: 0, days: 0, isPartial: false };
  for (const day of indexes(length)) {
    let isPaired = false;
    for (const { days, beforeDays } of accounts) {
      const [now, before] = [days[day] ?? null, beforeDays[day] ?? null];
      if (now !== null && before !== null) {
        compared.now += now;
        compared.before += before;
        isPaired = true;
      } else if (now !== null || before !== null) compared.isPartial = true;
    }
    if (isPaired) compared.days += 1;
  }
  return compared.days > 0 ? compared : null;
}

function sumOf(values: Days): number | null {
  const told = values.filter(known);
  return told.length > 0 ? told.reduce((sum, value) => sum + value, 0) : null;
}

const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;

const indexes = (length: number) => Array.from({ length }, (_, index) => index);
