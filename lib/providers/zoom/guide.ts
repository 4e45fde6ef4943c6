import type { Guide } from "../guide.ts";
import { zoomScopes } from "./scopes.ts";

const whys: Readonly<Record<(typeof zoomScopes)[number]["scope"], string>> = {
  "user:read:user":
    "Shows the person which Zoom account they connected, and finds out whether it still works.",
  "meeting:read:list_meetings": "The person sees their planned and past meetings in their dashboard.",
  "meeting:read:list_upcoming_meetings": "The person sees what comes next.",
  "meeting:read:meeting": "Needed for a meeting's details and for the events of meetings.",
  "meeting:read:past_meeting": "The person sees when a meeting began and how long it took.",
  "meeting:read:list_past_instances": "Each time a repeating meeting took place is listed.",
  "meeting:read:list_past_participants": "The person sees who came to their own meetings.",
  "meeting:read:participant": "The person sees who is in a meeting while it runs.",
  "cloud_recording:read:list_user_recordings": "The person finds the recordings of their own meetings.",
  "cloud_recording:read:list_recording_files": "The person opens the files of a recording.",
};

/** From Zoom's “Create an OAuth app”, “Using webhooks” and “Deauthorization” pages. */
export const zoomGuide: Guide = {
  console: { name: "Zoom App Marketplace", url: "https://marketplace.zoom.us/develop/apps" },
  steps: [
    {
      title: "Create the app",
      text: "Choose Develop, Build app, General app, and make it user-managed. Use an app of its own for each installation: two that share one end each other's connections, because Zoom keeps a person's access in one place only.",
      settings: ["ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"],
    },
    {
      title: "Enter the redirect URL",
      text: "Under Basic information, enter this as the OAuth redirect URL and in the OAuth allow list. Zoom compares it to the last character.",
      addresses: [{ label: "OAuth redirect URL", path: "/api/oauth/zoom/callback" }],
    },
    {
      title: "Add the scopes",
      text: "Under Scopes, add the permissions listed below. Those for recordings and participants may be optional: a connection then says what it does without.",
    },
    {
      title: "Subscribe to events",
      text: "Under Features, Access, switch on Event subscriptions with this URL and choose the events of meetings (created, updated, deleted, started, ended, participant joined and left) and of recordings (completed, trashed, deleted, recovered). Put the Secret token of the same page into the setting before you press Validate: without it Zoom's question cannot be answered. Zoom asks again every 72 hours.",
      addresses: [{ label: "Event notification endpoint URL", path: "/api/webhooks/zoom" }],
      settings: ["ZOOM_WEBHOOK_SECRET_TOKEN"],
    },
    {
      title: "Hear when the app is removed",
      text: "Enter this as the deauthorization notification URL. Zoom calls it only for published apps.",
      addresses: [{ label: "Deauthorization notification URL", path: "/api/webhooks/zoom" }],
    },
    {
      title: "Publish the app",
      text: "Until Zoom has reviewed it, only people of your own Zoom account can add it. Some Zoom accounts ask for an admin's approval first: the person then ends on a page of Zoom's, and connects once the admin has allowed the app.",
    },
  ],
  review: zoomScopes.map(({ scope }) => ({ permission: scope, why: whys[scope] })),
};
