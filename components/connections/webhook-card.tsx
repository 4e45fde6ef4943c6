import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { FirstEvent } from "./first-event.tsx";

type WebhookCardProps = {
  addresses: { label: string; url: string; foundAt: string }[];
  providerName: string;
  lastEventAt: Date | null;
  /** Where one writes as a customer, beside the sandbox. */
  customerUrl?: string;
};

/** What a person pastes at the platform so that events come, and the wait for the first one. */
export function WebhookCard({ addresses, providerName, lastEventAt, customerUrl }: WebhookCardProps) {
  if (addresses.length === 0 && lastEventAt !== null) return null;

  return (
    <Card aria-labelledby="webhook-address">
      <CardHeader
        id="webhook-address"
        title={
          addresses.length === 0
            ? "First event"
            : addresses.length === 1
              ? "Webhook address"
              : "Webhook addresses"
        }
        description={
          addresses.length === 0
            ? `Write to the account as a customer would, and see it arrive.`
            : `Where ${providerName} sends what happens. Paste it there if the checklist says that events do not come here.`
        }
      />
      <CardBody className="grid gap-4">
        {addresses.map(({ label, url, foundAt }) => (
          <CopyField key={label} label={label} text={url} hint={foundAt} />
        ))}
        <FirstEvent lastEventAt={lastEventAt} />
        {lastEventAt === null && customerUrl && (
          <p>
            <a
              href={customerUrl}
              target="_blank"
              rel="noreferrer"
              className="rounded-sm py-1 font-medium text-accent underline decoration-accent/40 underline-offset-2"
            >
              Write as a customer
            </a>
          </p>
        )}
      </CardBody>
    </Card>
  );
}
