/** Why Zoom's dialog sent the person back without a code: OAuth's words, and two of ours. Most refusals Zoom shows itself. */
export const zoomRefusals: Readonly<Record<string, string>> = {
  invalid_scope: "Zoom does not allow one of the permissions of the Zoom app.",
  unauthorized_client:
    "Zoom does not let this app connect accounts at the moment. The app's page in the Marketplace says why.",
  temporarily_unavailable: "Zoom has a temporary problem. Try again in a few minutes.",
  server_error: "Zoom has a temporary problem. Try again in a few minutes.",
  unlisted: "Zoom did not allow it.",
  incomplete: "Zoom's answer was incomplete.",
};
