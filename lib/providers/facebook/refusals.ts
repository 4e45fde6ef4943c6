/** Why the dialog itself refuses, by the code it gives, and by two words of ours for when it gives none that is known. */
export const facebookRefusals: Readonly<Record<string, string>> = {
  1349168:
    "Facebook does not know this installation's address. It must be listed under Valid OAuth Redirect URIs in the Meta app.",
  1349048:
    "Facebook does not know this installation's domain. It must be listed under App Domains in the Meta app.",
  1349126:
    "The Meta app is in development mode, so only people with a role on it can connect. Publish it, or add the person as a tester.",
  1349220: "Facebook Login is not available for the Meta app at the moment. The app's dashboard says why.",
  1349186: "Facebook Login is not available for the Meta app at the moment. The app's dashboard says why.",
  1349245: "The invitation to test the Meta app was not accepted yet. Accept it at Meta, then try again.",
  unlisted: "Facebook did not allow it.",
  incomplete: "Facebook's answer was incomplete.",
};
