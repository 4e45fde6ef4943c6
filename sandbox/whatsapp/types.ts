export type WhatsAppState = {
  /** WhatsApp Business Accounts. */
  accounts: Record<string, WhatsAppAccount>;
  numbers: Record<string, PhoneNumber>;
  tokens: Record<string, SystemToken>;
  /** Accounts the app is subscribed to. */
  subscriptions: Record<string, { override: Override | null }>;
  threads: Record<string, WhatsAppThread>;
};

export type Override = { url: string; verifyToken: string };

export type WhatsAppAccount = {
  id: string;
  name: string;
  accountReviewStatus: string;
  businessVerificationStatus: string;
  canSendMessage: string;
};

export type PhoneNumber = {
  id: string;
  accountId: string;
  displayPhoneNumber: string;
  verifiedName: string;
  qualityRating: string;
  codeVerificationStatus: string;
  nameStatus: string;
  status: string;
  platformType: string;
  throughputLevel: string;
  accountMode: string;
  messagingLimitTier: string;
  pin: string | null;
  registrations: number;
  override: Override | null;
};

/** Of a system user. `accountIds` null means every account of the business; times are in seconds, 0 is never. */
export type SystemToken = {
  value: string;
  systemUserId: string;
  name: string;
  scopes: string[];
  accountIds: string[] | null;
  /** Minted for an app that is not this one. */
  ofAnotherApp: boolean;
  issuedAt: number;
  expiresAt: number;
  dead: { subcode?: number; message: string } | null;
};

export type WhatsAppThread = {
  numberId: string;
  customerName: string;
  /** Digits. Not told to the business when they hide it. */
  phone: string;
  bsuid: string;
  hidesPhone: boolean;
  lastInboundAt: number | null;
  messages: WhatsAppMessage[];
};

export type WhatsAppMessage = {
  id: string;
  text: string;
  fromBusiness: boolean;
  at: number;
  opaque: string | null;
};
