/** The granular scopes of a user-managed app, and what Zoom's consent page says of them. */
export const scopeTexts: Record<string, string> = {
  "user:read:user": "View your profile",
  "meeting:read:list_meetings": "View your meetings",
  "meeting:read:list_upcoming_meetings": "View your upcoming meetings",
  "meeting:read:meeting": "View a meeting",
  "meeting:read:past_meeting": "View a past meeting",
  "meeting:read:list_past_instances": "View past instances of a meeting",
  "meeting:read:list_past_participants": "View participants of past meetings",
  "meeting:read:participant": "View who joins and leaves",
  "meeting:read:summary": "View the summary of a meeting",
  "meeting:write:meeting": "Create a meeting",
  "meeting:update:meeting": "Change a meeting",
  "cloud_recording:read:list_user_recordings": "View your cloud recordings",
  "cloud_recording:read:list_recording_files": "View the files of a recording",
  "cloud_recording:read:meeting_transcript": "View the transcript of a recording",
};

/** What the app asks for here until the control API says otherwise. */
export const usualScopes = Object.keys(scopeTexts).filter(
  (scope) => !/:(write|update|summary|meeting_transcript)/.test(scope),
);

export const usualOptionalScopes = usualScopes.filter((scope) => /recording|participant/.test(scope));
