import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MeetingDetail } from "#lib/meetings/find-meeting.ts";
import { lengthWords, meetingLength } from "./length-words.ts";
import type { MeetingClock } from "./meeting-clock.ts";

type MeetingFactsProps = { meeting: MeetingDetail; clock: MeetingClock; timeZone: string; now: Date };

/** When it is or was, for how long, who holds it and what it is about. */
export function MeetingFacts({ meeting, clock, timeZone, now }: MeetingFactsProps) {
  const { phase, startsAt, endsAt, durationMinutes, hostName, hostEmail, accountName, meetingId, agenda } =
    meeting;
  const length = phase === "live" ? null : meetingLength(meeting);
  const planned = endsAt && durationMinutes ? `, planned for ${lengthWords(durationMinutes)}` : "";

  return (
    <Card>
      <CardHeader title="About it" />
      <CardBody>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
          <dt className="text-muted">When</dt>
          <dd>
            {startsAt ? (
              <>
                {clock.dayWords(startsAt, now)}, <span className="tabular">{clock.timeOf(startsAt)}</span>
                {endsAt && <span className="tabular">–{clock.timeOf(endsAt)}</span>}
                <span className="text-muted text-sm">
                  {" "}
                  {timeZone.replaceAll("_", " ")}, <Time value={startsAt} />
                </span>
              </>
            ) : (
              "At any time"
            )}
          </dd>
          {length && (
            <>
              <dt className="text-muted">Length</dt>
              <dd>
                {length}
                <span className="text-muted">{planned}</span>
              </dd>
            </>
          )}
          <dt className="text-muted">Host</dt>
          <dd className="[overflow-wrap:anywhere]">
            {hostName}
            {hostEmail && hostEmail !== hostName && <span className="text-muted"> {hostEmail}</span>}
          </dd>
          {accountName !== hostName && (
            <>
              <dt className="text-muted">Account</dt>
              <dd>{accountName}</dd>
            </>
          )}
          <dt className="text-muted">Number</dt>
          <dd className="tabular font-mono text-sm">{spaced(meetingId)}</dd>
          {agenda && (
            <>
              <dt className="text-muted">Agenda</dt>
              <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{agenda}</dd>
            </>
          )}
        </dl>
      </CardBody>
    </Card>
  );
}

/** As Zoom writes it: “854 1234 5678”. */
function spaced(number: string): string {
  return number.replace(/^(\d{3})(\d{4}|\d{3})(\d{4}|\d{3})$/, "$1 $2 $3");
}
