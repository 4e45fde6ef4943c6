import type { FaultKind } from "../connect-contract.ts";

export type Meaning = { kind: FaultKind; sentence: string; nextStep: string };

type Row = Meaning & {
  /** Undefined: whatever the status. */
  statuses?: (status: number) => boolean;
  codes?: readonly number[];
};

const is =
  (...statuses: number[]) =>
  (status: number) =>
    statuses.includes(status);

const support = "Try again. If it happens again, tell support the code.";

/** Zoom's REST errors in words (“Error definitions”, “Rate limits”). The first row that fits decides. */
export const apiErrorRows: readonly Row[] = [
  {
    statuses: (status) => status >= 500,
    kind: "temporary",
    sentence: "Zoom has a temporary problem.",
    nextStep: "Nothing was lost. Try again in a few minutes.",
  },
  {
    statuses: is(429),
    kind: "rate_limited",
    sentence: "Zoom asks us to slow down for a while.",
    nextStep: "Nothing was lost. It continues by itself.",
  },
  {
    codes: [429],
    kind: "rate_limited",
    sentence: "Zoom asks us to slow down for a while.",
    nextStep: "Nothing was lost. It continues by itself.",
  },
  // Not a token that ended: a new one would have the same scopes.
  {
    statuses: is(400, 401, 403),
    codes: [4711, 4700],
    kind: "permission_missing",
    sentence: "A permission for this is missing at Zoom.",
    nextStep: "Reconnect and leave every permission ticked.",
  },
  {
    statuses: is(400),
    codes: [200],
    kind: "rejected",
    sentence: "Zoom gives this on paid plans only.",
    nextStep: "With another plan at Zoom it comes by itself.",
  },
  {
    statuses: is(400, 401),
    codes: [124],
    kind: "reauthorize",
    sentence: "Zoom no longer accepts the access it gave.",
    nextStep: "Reconnect it.",
  },
  {
    statuses: is(401),
    kind: "reauthorize",
    sentence: "Zoom no longer accepts the access it gave.",
    nextStep: "Reconnect it.",
  },
  {
    statuses: is(404),
    codes: [1001],
    kind: "gone",
    sentence: "The person no longer exists at Zoom.",
    nextStep: "Disconnect it, or connect another person of the Zoom account.",
  },
  {
    statuses: is(404),
    codes: [3001],
    kind: "rejected",
    sentence: "The meeting does not exist at Zoom, or it is over.",
    nextStep: "Nothing has to be done.",
  },
  {
    statuses: is(403),
    codes: [3001],
    kind: "rejected",
    sentence: "Zoom does not show this meeting to the person who connected it.",
    nextStep: "Connect the Zoom account of the person who holds the meeting.",
  },
  {
    statuses: is(404),
    codes: [3301],
    kind: "rejected",
    sentence: "There is no recording of this meeting.",
    nextStep: "Nothing has to be done.",
  },
  {
    statuses: is(403),
    kind: "rejected",
    sentence: "Zoom does not allow this to the person who connected it.",
    nextStep: "Their role and plan at Zoom decide it.",
  },
  {
    statuses: is(404),
    kind: "rejected",
    sentence: "Zoom does not know what was asked for.",
    nextStep: support,
  },
];

export const unlistedApiError: Meaning = {
  kind: "rejected",
  sentence: "Zoom did not accept the request.",
  nextStep: support,
};
