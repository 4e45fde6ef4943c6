import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import type { ConversationFigures } from "#lib/conversations/conversation-figures.ts";
import { numberWords, shareWords } from "./figure-words.ts";
import { RepliesTable } from "./replies-table.tsx";
import { waitWords } from "./wait-words.ts";

/** How soon customers were answered, by channel and by person. */
export function RepliesCard({ now, before }: { now: ConversationFigures; before: ConversationFigures }) {
  const { medianSeconds, p90Seconds, answered, unanswered, withinDay, decided } = now.replies;
  const earlier = before.replies.medianSeconds;
  const title =
    medianSeconds === null
      ? "Nobody has been answered yet"
      : `Half were answered within ${waitWords(medianSeconds)}`;

  return (
    <Card aria-label="First reply">
      <CardHeader
        level={3}
        title={title}
        description="From a customer's first unanswered message to the first answer. Only time within opening hours counts."
      />
      <CardBody className="grid gap-5">
        <dl className="flex flex-wrap gap-x-8 gap-y-3">
          <Told term="Nine of ten within" value={p90Seconds === null ? "not known" : waitWords(p90Seconds)} />
          <Told
            term="Period before, half within"
            value={earlier === null ? "not known" : waitWords(earlier)}
          />
          <Told
            term="Answered within 24 hours"
            value={
              decided > 0 ? `${shareWords(withinDay / decided)} of ${numberWords(decided)}` : "not known"
            }
          />
          <Told term="Answered" value={numberWords(answered)} />
          <Told term="Still waiting" value={numberWords(unanswered)} />
        </dl>
        <RepliesTable
          label="First replies by channel"
          heading="Channel"
          rows={now.channels
            .filter(({ replies }) => replies.answered + replies.unanswered > 0)
            .map(({ connectionId, displayName, provider, replies }) => ({
              key: connectionId,
              name: displayName,
              provider,
              replies,
            }))}
        />
        <RepliesTable
          label="First replies by person"
          heading="Answered by"
          rows={now.people.map(({ userId, name, replies }) => ({
            key: userId ?? "outside",
            name: userId === null ? "Someone outside Trunkline" : (name ?? "A former colleague"),
            replies,
          }))}
        />
      </CardBody>
    </Card>
  );
}

function Told({ term, value }: { term: string; value: string }) {
  return (
    <div className="grid">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="tabular font-medium text-lg">{value}</dd>
    </div>
  );
}
