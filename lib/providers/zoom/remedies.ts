import type { Remedies } from "../contract.ts";

/** What to do about deliveries of Zoom's that were refused, where to do it differs from other platforms. */
export const zoomRemedies: Remedies = {
  bad_signature:
    "If real events are missing, ZOOM_WEBHOOK_SECRET_TOKEN in your settings differs from the secret token under Features, Access of your app in the Zoom Marketplace. Zoom does not send again what was refused, so put it right soon. Otherwise someone else was trying, and nothing needs doing.",
  missing_signature:
    "Zoom signs every delivery with x-zm-signature, so these did not come from Zoom, or a proxy in front of this installation takes the header away.",
  stale:
    "Zoom signed them at a moment too far from this server's time. Check that its clock is right. If it is, someone sent an old delivery again, and refusing it was right.",
  not_configured:
    "ZOOM_WEBHOOK_SECRET_TOKEN is not set. Copy the secret token under Features, Access of your app in the Zoom Marketplace into your settings, and restart.",
  bad_handshake:
    "Zoom's question whether this address is ours held no token that can be answered. Press Validate again in the Zoom Marketplace.",
};
