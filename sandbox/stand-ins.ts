import { openFacebook } from "./facebook/open-facebook.ts";
import { openInstagram } from "./instagram/open-instagram.ts";
import type { OpenStandIn } from "./stand-in.ts";
import { openTwilio } from "./twilio/open-twilio.ts";
import { openWhatsApp } from "./whatsapp/open-whatsapp.ts";
import { openZoom } from "./zoom/open-zoom.ts";

/** Every platform the sandbox stands in for. A new one is a folder and a line here. */
export const standIns: OpenStandIn[] = [openFacebook, openInstagram, openWhatsApp, openTwilio, openZoom];
