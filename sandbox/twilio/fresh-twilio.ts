import { addAccount, addApiKey, addSender } from "./add-account.ts";
import type { TwilioState } from "./types.ts";

const barbershop = `AC${"a".repeat(32)}`;
const trial = `AC${"b".repeat(32)}`;
const suspended = `AC${"c".repeat(32)}`;

/** The accounts that are always there: a good one with two senders, one on trial, one suspended. */
export function freshTwilio(): TwilioState {
  const state: TwilioState = {
    timing: { statusMs: 250, updateMs: 800, retryMs: 1_000 },
    accounts: {},
    apiKeys: {},
    senders: {},
    numbers: [],
    messages: [],
    customers: {},
    windows: {},
    takesBusinessScopedIds: true,
    deliveries: [],
    alerts: [],
  };

  addAccount(state, {
    sid: barbershop,
    friendlyName: "Fade & Co. Barbershop",
    authToken: "f0e1d2c3b4a5968778695a4b3c2d1e0f",
  });
  addSender(state, barbershop, {
    sid: `XE${"a".repeat(32)}`,
    address: "whatsapp:+12025550101",
    name: "Fade & Co. Barbershop",
  });
  addSender(state, barbershop, {
    sid: `XE${"d".repeat(32)}`,
    address: "whatsapp:+442079460102",
    name: "Fade & Co. London",
    qualityRating: "MEDIUM",
    messagingLimit: "1K Customers/24hr",
  });
  addApiKey(state, barbershop, { sid: `SK${"a".repeat(32)}`, secret: "sandboxApiKeySecret0123456789abc" });

  addAccount(state, {
    sid: trial,
    friendlyName: "My first Twilio account",
    type: "Trial",
    authToken: "1a2b3c4d5e6f70818293a4b5c6d7e8f9",
    verifiedNumbers: ["+5511987654321"],
  });

  addAccount(state, {
    sid: suspended,
    friendlyName: "Rossi Catering",
    status: "suspended",
    authToken: "0c1c2c3c4c5c6c7c8c9cacbcccdcecfc",
  });
  addSender(state, suspended, {
    sid: `XE${"c".repeat(32)}`,
    address: "whatsapp:+393331234567",
    name: "Rossi Catering",
  });
  return state;
}
