const live = ["v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0"] as const;

/** The version Meta really applies: an expired one is served by the oldest that lives; null if it never existed. */
export function appliedVersion(asked: string): string | null {
  if (live.some((version) => version === asked)) return asked;

  const number = /^v(\d+)\.0$/.exec(asked)?.[1];
  return number && Number(number) < 21 ? live[0] : null;
}
