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
  if (addresses.length === 0)
    return <FirstEvent lastEventAt={lastEventAt} customerUrl={customerUrl} framed />;

  return (
    <Card aria-labelledby="webhook-address">
      <CardHeader
        id="webhook-address"
        title={addresses.length === 1 ? "Webhook address" : "Webhook addresses"}
        description={`Where ${providerName} sends what happens. Paste ${addresses.length === 1 ? "it" : "them"} there if the checklist says that events do not come here.`}
      />
      <CardBody className="grid gap-4">
        {addresses.map(({ label, url, foundAt }) => (
          <CopyField key={label} label={label} text={url} hint={foundAt} />
        ))}
        <FirstEvent lastEventAt={lastEventAt} customerUrl={customerUrl} />
      </CardBody>
    </Card>
  );
}
