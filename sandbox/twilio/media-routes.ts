import { Hono } from "hono";
import { accountFor, authenticate } from "./authenticate.ts";
import { notFound } from "./refusals.ts";
import type { Twilio } from "./twilio.ts";

const cdn = "media.twiliocdn.com";
// One grey pixel, as a JPEG file begins.
const picture = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  "base64",
);

/** Media of a message: behind Basic auth, then by a redirect at a signed address that must not see it. */
export function mediaRoutes({ state }: Twilio): Hono {
  const routes = new Hono();

  routes.get("/2010-04-01/Accounts/:account/Messages/:message/Media/:media", (context) => {
    const { account: sid, message: messageSid, media: mediaSid } = context.req.param();
    const account = accountFor(state, authenticate(state, context), sid);
    const message = state.messages.find((one) => one.sid === messageSid && one.accountSid === account.sid);
    const media = message?.media.find((one) => one.sid === mediaSid.replace(".json", ""));
    if (!media) throw notFound(new URL(context.req.url).pathname);

    if (mediaSid.endsWith(".json")) {
      const { contentType, sid: own } = media;
      return context.json({ sid: own, account_sid: sid, parent_sid: messageSid, content_type: contentType });
    }
    const { origin } = new URL(context.req.url);
    return context.redirect(`${origin}/${cdn}/${sid}/${media.sid}?Expires=1&Signature=sandbox`, 307);
  });

  return routes;
}

/** The address a media redirect leads to. It answers 400 to a request that also carries credentials. */
export function mediaCdnRoutes(): Hono {
  const routes = new Hono();

  routes.get("/:account/:media", (context) => {
    if (context.req.header("authorization")) return context.text("InvalidArgument", 400);
    return context.body(picture, 200, { "content-type": "image/jpeg" });
  });

  return routes;
}
