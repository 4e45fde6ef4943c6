/** Twilio's WhatsApp sandbox: one number that all accounts share, set up by hand in the Console. */
export const sandboxNumber = "+14155238886";
