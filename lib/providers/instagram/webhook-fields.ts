import { commentsScope, messagesScope } from "./scopes.ts";

/** The kinds of events we ask for, each with the permission it needs. */
export const fieldScopes = {
  messages: messagesScope,
  messaging_postbacks: messagesScope,
  message_reactions: messagesScope,
  messaging_seen: messagesScope,
  message_edit: messagesScope,
  messaging_referral: messagesScope,
  comments: commentsScope,
  message_echoes: messagesScope,
  messaging_handover: messagesScope,
  standby: messagesScope,
} as const;

export type Field = keyof typeof fieldScopes;
export const allFields = Object.keys(fieldScopes) as Field[];

/** Good to have: not every app is offered them, and nothing is missing without. */
const welcomeFields: readonly Field[] = ["message_echoes", "messaging_handover", "standby"];
export const wantedFields = allFields.filter((field) => !welcomeFields.includes(field));

/** What the Meta app's own webhook must send. */
export const wantedEvents = { object: "instagram", fields: wantedFields };
