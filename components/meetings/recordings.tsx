import { ExternalLink } from "lucide-react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import type { MeetingDetail } from "#lib/meetings/find-meeting.ts";
import { lengthWords } from "./length-words.ts";

type RecordingsProps = { meeting: MeetingDetail; platform: string };

const kinds: Readonly<Record<string, string>> = {
  shared_screen_with_speaker_view: "Shared screen with the speaker",
  shared_screen_with_gallery_view: "Shared screen with the gallery",
  shared_screen: "Shared screen",
  speaker_view: "The speaker",
  gallery_view: "The gallery",
  active_speaker: "The speaker",
  audio_only: "Sound only",
  audio_transcript: "Transcript",
  chat_file: "Chat",
  closed_caption: "Captions",
  summary: "Summary",
};

/** What was recorded, with the way to it at the platform. Nothing of it is kept here. */
export function Recordings({ meeting: { recordings, phase }, platform }: RecordingsProps) {
  return (
    <Card>
      <CardHeader
        title="Recordings"
        description={recordings.length > 0 ? `Kept at ${platform}, which asks who may look.` : undefined}
      />
      <CardBody>
        {recordings.length === 0 ? (
          <p className="text-muted">
            {phase === "planned" || phase === "live"
              ? `A cloud recording appears here once ${platform} has it ready.`
              : `${platform} told of no recording in the cloud.`}
          </p>
        ) : (
          <ul className="grid gap-3">
            {recordings.map(({ id, kind, fileType, startedAt, endedAt, bytes, playUrl }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <div className="grid">
                  <span className="font-medium">
                    {kinds[kind] ?? (kind.replaceAll("_", " ") || "Recording")}
                  </span>
                  <span className="tabular text-muted text-sm">
                    {[fileType, length(startedAt, endedAt), bytes === null ? null : size(bytes)]
                      .filter(Boolean)
                      .join(", ")}
                  </span>
                </div>
                {playUrl && (
                  <a
                    href={playUrl}
                    target="_blank"
                    rel="noreferrer"
                    className="inline-flex min-h-8 items-center gap-1.5 font-medium text-accent hover:underline pointer-coarse:min-h-11"
                  >
                    Open at {platform}
                    <ExternalLink aria-hidden className="size-3.5" />
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

function length(from: string | null, to: string | null): string | null {
  return from && to ? lengthWords((Date.parse(to) - Date.parse(from)) / 60_000) : null;
}

function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
