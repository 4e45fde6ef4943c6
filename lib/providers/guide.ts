/** An address a person must paste at the platform, because the platform has no call for it. */
export type PastedAddress = { label: string; path: string; foundAt: string };

/** How to go live on a platform: what to make there, what to ask its review for, what to paste where. */
export type Guide = {
  console: { name: string; url: string };
  steps: readonly {
    title: string;
    text: string;
    /** Paths to copy, each after `APP_URL`. */
    addresses?: readonly { label: string; path: string }[];
    /** Names of settings that hold what this step gives. */
    settings?: readonly string[];
  }[];
  /** Permissions that need the platform's approval, and what to tell it. */
  review: readonly { permission: string; why: string }[];
};
