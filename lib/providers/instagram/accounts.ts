import type { Answer, AppCredentials, Grant, ReachableAccount } from "../connect-contract.ts";
import { type InstagramProfile, isPersonal, readProfile } from "./profile.ts";
import { instagramScopes } from "./scopes.ts";
import { openSecrets } from "./secrets.ts";

const personal = {
  sentence:
    "This is a personal Instagram account, and Instagram opens only professional ones to apps. Switch it in the Instagram app, under Settings, Account type and tools, then connect again.",
  askAgain: true,
};

/** The one account that a grant is for. */
export async function instagramAccounts(
  app: AppCredentials,
  grant: Grant,
): Promise<Answer<ReachableAccount[]>> {
  const { accessToken, permissions } = openSecrets(grant.secrets);
  const profile = await readProfile(app, accessToken);
  return profile.ok ? { ok: true, value: [reachable(profile.value, permissions, grant)] } : profile;
}

function reachable(profile: InstagramProfile, permissions: string[], { secrets }: Grant): ReachableAccount {
  const isOpen = !isPersonal(profile);
  const handle = profile.username ? `@${profile.username}` : null;

  return {
    offer: {
      externalId: profile.user_id ?? profile.id,
      displayName: profile.name ?? handle ?? `Account ${profile.user_id ?? profile.id}`,
      username: profile.username ?? null,
      avatarUrl: profile.profile_picture_url ?? null,
      category: category(profile),
      obstacle: isOpen ? null : personal,
      limits: instagramScopes.flatMap(({ scope, without }) =>
        permissions.includes(scope) ? [] : [{ sentence: without, askAgain: true }],
      ),
    },
    secrets: isOpen ? secrets : null,
    details: {
      accountType: profile.account_type ?? null,
      followers: profile.followers_count ?? null,
      posts: profile.media_count ?? null,
    },
  };
}

function category({ account_type: type }: InstagramProfile): string | null {
  const names: Record<string, string> = {
    business: "Business account",
    media_creator: "Creator account",
    personal: "Personal account",
  };
  const key = type?.toLowerCase() ?? "";
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? null;
}
