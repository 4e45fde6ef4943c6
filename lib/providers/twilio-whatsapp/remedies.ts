import type { Remedies } from "../contract.ts";

/** What to do about requests of Twilio's that were refused, where to do it differs from other platforms. */
export const twilioRemedies: Remedies = {
  bad_signature:
    "Twilio signs with the account's primary Auth Token and the exact address it calls. If it was changed in the Twilio Console, reconnect the number with the new one. If not, compare APP_URL with the address entered at Twilio, down to http or https.",
  missing_signature:
    "Twilio signs every request with X-Twilio-Signature, so these did not come from Twilio, or a proxy in front of this installation takes the header away.",
  unknown_account:
    "The Account SID in them belongs to no connected number, so there is no Auth Token to check them with. Connect the number, or take this address out of that account's settings in the Twilio Console.",
};
