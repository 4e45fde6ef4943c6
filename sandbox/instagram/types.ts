export type InstagramState = {
  /** By professional account id, which Instagram calls `user_id`. */
  accounts: Record<string, InstagramAccount>;
  /** Scopes each account lets the app use. */
  grants: Record<string, string[]>;
  codes: Record<string, InstagramCode>;
  tokens: Record<string, InstagramToken>;
  /** Webhook fields the app subscribed to, by account. */
  subscriptions: Record<string, string[]>;
  /** By Instagram-scoped id of the customer. */
  threads: Record<string, InstagramThread>;
  /** How often tokens of an account were refreshed. */
  refreshes: Record<string, number>;
  habits: Habits;
};

/** In which of its ways Instagram behaves; the documents and what people see differ. */
export type Habits = {
  exchange: "wrapped" | "flat";
  profile: "flat" | "wrapped";
  signing: "instagram" | "meta";
  /** A webhook field that `subscribed_apps` refuses with #100 for now. */
  refusedField: string | null;
  /** Only people with a role in the app get past its door. */
  developmentMode: boolean;
};

export type InstagramAccount = {
  /** The professional account id: in webhooks and paths. */
  userId: string;
  /** The id that belongs to this app alone. */
  scopedId: string;
  username: string;
  name: string;
  type: "Business" | "Media_Creator" | "Personal";
  followers: number;
  follows: number;
  media: number;
};

/** Times are in seconds by the platforms' clock. */
export type InstagramCode = {
  value: string;
  userId: string;
  redirectUri: string;
  expiresAt: number;
  used: boolean;
};

export type InstagramToken = {
  value: string;
  userId: string;
  longLived: boolean;
  issuedAt: number;
  expiresAt: number;
  dead: { subcode: number; message: string } | null;
};

export type InstagramThread = {
  igsid: string;
  userId: string;
  customerName: string;
  lastInboundAt: number | null;
  messages: { mid: string; text: string; fromBusiness: boolean; at: number }[];
};
