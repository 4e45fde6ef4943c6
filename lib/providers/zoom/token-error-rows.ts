import type { Meaning } from "./api-error-rows.ts";

type Row = Meaning & {
  codes: readonly number[];
  /** Where one number has several causes, what Zoom's text says of this one. */
  says?: RegExp;
};

const reconnect = "Reconnect it.";
const startAgain = "Start again. Nothing was changed.";

/** The token endpoint's numbers in words (“OAuth error messages”). All that end a grant are final: trying again cannot help. */
export const tokenErrorRows: readonly Row[] = [
  {
    codes: [4741],
    says: /multiple authori[sz]ations?/i,
    kind: "reauthorize",
    sentence: "This Zoom account was connected again in another place, which ended the access given here.",
    nextStep: "Reconnect it. Zoom keeps a person's access to this app in one place only.",
  },
  {
    codes: [4741],
    kind: "reauthorize",
    sentence:
      "Zoom has revoked this access: the account was connected again in another place, or the app was removed there.",
    nextStep: reconnect,
  },
  {
    codes: [4738],
    kind: "reauthorize",
    sentence: "An admin of the Zoom account has disabled this app.",
    nextStep: "Ask them to allow it again, then reconnect.",
  },
  {
    codes: [4735],
    kind: "reauthorize",
    sentence: "The person who connected it has left the Zoom account.",
    nextStep: "Connect another person of the Zoom account.",
  },
  {
    codes: [4737],
    kind: "reauthorize",
    sentence:
      "Zoom no longer knows the access it gave: it lapsed, was renewed elsewhere, or the app was removed.",
    nextStep: reconnect,
  },
  {
    codes: [4740],
    kind: "reauthorize",
    sentence: "Zoom has since given newer access, and no longer accepts what is stored here.",
    nextStep: reconnect,
  },
  {
    codes: [4711],
    kind: "reauthorize",
    sentence: "The permissions of the Zoom app were changed since it was connected.",
    nextStep: reconnect,
  },
  {
    codes: [4700],
    kind: "reauthorize",
    sentence: "No access is stored that Zoom could renew.",
    nextStep: reconnect,
  },
  {
    codes: [4702, 4704, 4706],
    kind: "misconfigured",
    sentence: "Zoom does not accept this installation's client ID and secret.",
    nextStep: "Whoever runs this installation has to correct ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET.",
  },
  {
    codes: [4705],
    kind: "rejected",
    sentence: "Zoom does not accept the way this installation asks for access.",
    nextStep: "Tell support the code.",
  },
  {
    codes: [4709],
    kind: "misconfigured",
    sentence: "Zoom does not know this installation's address.",
    nextStep: "The Zoom app must have exactly this installation's redirect URL, to the last character.",
  },
  {
    codes: [4717],
    kind: "misconfigured",
    sentence: "The Zoom app is disabled.",
    nextStep:
      "Whoever runs this installation finds the reason on the app's page in the Zoom App Marketplace.",
  },
  {
    codes: [4733],
    kind: "rejected",
    sentence: "Zoom's permission for this one attempt has lapsed.",
    nextStep: startAgain,
  },
  {
    codes: [4734],
    kind: "rejected",
    sentence: "Zoom's permission for this one attempt was used already.",
    nextStep: startAgain,
  },
];

/** `invalid_grant` without a number. A refresh whose answer was lost ends here too: the rotated token died with it. */
export const endedGrant: Meaning = {
  kind: "reauthorize",
  sentence:
    "Zoom has ended this access: the app was removed there, the account was connected again elsewhere, or Zoom's last renewal never reached us.",
  nextStep: reconnect,
};

export const refusedCode: Meaning = {
  kind: "rejected",
  sentence: "Zoom's permission for this one attempt was used already or has lapsed.",
  nextStep: startAgain,
};

export const unknownClient: Meaning = {
  kind: "misconfigured",
  sentence: "Zoom does not accept this installation's client ID and secret.",
  nextStep: "Whoever runs this installation has to correct ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET.",
};
