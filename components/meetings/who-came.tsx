import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { MeetingDetail } from "#lib/meetings/find-meeting.ts";
import { lengthWords, peopleWords } from "./length-words.ts";
import type { MeetingClock } from "./meeting-clock.ts";

type WhoCameProps = { meeting: MeetingDetail; clock: MeetingClock; platform: string };

/** Everyone who came, their stays summed, or why nobody is listed. */
export function WhoCame({ meeting, clock, platform }: WhoCameProps) {
  const { people, phase } = meeting;
  const present = people.filter(({ leftAt }) => leftAt === null).length;
  const description =
    people.length === 0
      ? undefined
      : `${peopleWords(people.length)}${phase === "live" ? `, ${present} of them in it now` : ""}. Whoever left and came back is one line.`;

  return (
    <Card>
      <CardHeader title="Who came" description={description} />
      {people.length === 0 ? (
        <CardBody>
          <p className="max-w-prose text-muted">{whyNobody(meeting, platform)}</p>
        </CardBody>
      ) : (
        <div className="pt-3 pb-1 sm:px-1">
          <Table label="Who came">
            <TableHead>
              <tr>
                <ColumnHeader>Name</ColumnHeader>
                <ColumnHeader>Came</ColumnHeader>
                <ColumnHeader>Left</ColumnHeader>
                <ColumnHeader className="text-right">Stayed</ColumnHeader>
              </tr>
            </TableHead>
            <TableBody>
              {people.map(({ identity, name, email, joinedAt, leftAt, minutes, stays }) => (
                <TableRow key={identity}>
                  <TableCell className="[overflow-wrap:anywhere]">
                    <span className="font-medium">{name}</span>
                    {email && <span className="block text-muted text-sm">{email}</span>}
                  </TableCell>
                  <TableCell className="tabular">{clock.timeOf(joinedAt)}</TableCell>
                  <TableCell className="tabular">
                    {leftAt ? clock.timeOf(leftAt) : <StatusBadge tone="good">There</StatusBadge>}
                  </TableCell>
                  <TableCell className="tabular whitespace-nowrap text-right">
                    {lengthWords(minutes)}
                    {stays > 1 && <span className="block text-muted text-sm">in {stays} stays</span>}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Card>
  );
}

function whyNobody({ phase, participantCount }: MeetingDetail, platform: string): string {
  if (phase === "planned") return "Nobody yet: it has not begun.";
  if (phase === "live") return "Nobody has joined yet, as far as is known.";
  if (phase === "unheld") return `${platform} told of no start, so nobody is known to have come.`;
  if (phase === "deleted") return "It was called off.";
  const count = participantCount ? `${peopleWords(participantCount)} came. ` : "";
  return `${count}${platform} tells who came a few minutes after the end, and only on a paid plan.`;
}
