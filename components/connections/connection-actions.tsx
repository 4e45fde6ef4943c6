import type { ReactNode } from "react";
import type { ConnectionDetail } from "#lib/connections/queries.ts";
import type { FormAction } from "#lib/forms.ts";
import { ConnectionButton } from "./connection-button.tsx";
import { DisconnectButton } from "./disconnect-button.tsx";
import { ReconnectControl } from "./reconnect-control.tsx";

type ConnectionActionsProps = {
  slug: string;
  connection: ConnectionDetail;
  provider: { name: string; kind: "dialog" | "form" };
  isAdmin: boolean;
  /** Not where reconnecting is what mends it: then it stands beside the trouble. */
  offersReconnect: boolean;
  check: FormAction;
  disconnect: FormAction;
  /** Has it read now; nothing where nothing is read. */
  sync: ReactNode;
};

/** What can be done with a connection. */
export function ConnectionActions(props: ConnectionActionsProps) {
  const { slug, connection, provider, isAdmin, offersReconnect, check, disconnect, sync } = props;
  const refusal = (what: string) => (isAdmin ? undefined : `Only owners and admins can ${what}.`);
  const { id, status, displayName } = connection;
  if (status === "disconnected") return null;

  return (
    <>
      <ConnectionButton
        connectionId={id}
        label="Check now"
        pendingLabel="Asking"
        refusal={refusal("check")}
        action={check}
      />
      {sync}
      {offersReconnect && (
        <ReconnectControl
          slug={slug}
          connection={connection}
          kind={provider.kind}
          isAdmin={isAdmin}
          variant="secondary"
        />
      )}
      <DisconnectButton
        connectionId={id}
        displayName={displayName}
        providerName={provider.name}
        refusal={refusal("disconnect")}
        disconnect={disconnect}
      />
    </>
  );
}
