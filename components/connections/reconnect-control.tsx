import type { ConnectionSummary } from "#lib/connections/queries.ts";
import { ConnectControl } from "./connect-control.tsx";

type ReconnectControlProps = {
  slug: string;
  connection: Pick<ConnectionSummary, "id" | "provider">;
  kind: "dialog" | "form";
  isAdmin: boolean;
  variant: "primary" | "secondary";
};

/** Renews a connection in place: its history stays where it is. */
export function ReconnectControl({ slug, connection, kind, isAdmin, variant }: ReconnectControlProps) {
  return (
    <ConnectControl
      kind={kind}
      provider={connection.provider}
      slug={slug}
      reconnect={connection.id}
      askAgain
      refusal={isAdmin ? undefined : "Only owners and admins can reconnect."}
      variant={variant}
    >
      Reconnect
    </ConnectControl>
  );
}
