import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { ConversationFigures } from "#lib/conversations/conversation-figures.ts";
import { numberWords, shareWords } from "./figure-words.ts";
import { waitWords } from "./wait-words.ts";

type RepliesTableProps = {
  label: string;
  heading: string;
  rows: { key: string; name: string; provider?: string; replies: ConversationFigures["replies"] }[];
};

/** First replies, a line for whoever or whatever they are told of. */
export function RepliesTable({ label, heading, rows }: RepliesTableProps) {
  if (rows.length === 0) return null;

  return (
    <Table label={label}>
      <TableHead>
        <tr>
          <ColumnHeader>{heading}</ColumnHeader>
          <ColumnHeader className="text-right">Answered</ColumnHeader>
          <ColumnHeader className="text-right">Half within</ColumnHeader>
          <ColumnHeader className="text-right">Within 24 hours</ColumnHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ key, name, provider, replies }) => (
          <TableRow key={key}>
            <TableCell>
              <span className="inline-flex items-center gap-2">
                {provider && <ProviderMark provider={provider} size="small" />}
                {name}
              </span>
            </TableCell>
            <TableCell className="text-right">{numberWords(replies.answered)}</TableCell>
            <TableCell className="whitespace-nowrap text-right">
              {replies.medianSeconds === null ? "not known" : waitWords(replies.medianSeconds)}
            </TableCell>
            <TableCell className="text-right">
              {replies.decided > 0 ? shareWords(replies.withinDay / replies.decided) : "not known"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
