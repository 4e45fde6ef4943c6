import type { Route } from "next";
import type { ComponentProps } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { Connectable } from "#lib/connections/connectable.ts";
import { ConnectForm } from "./connect-form.tsx";

type ConnectControlProps = ComponentProps<typeof ConnectForm> & { kind: Connectable["kind"] };

/** The way to connect or reconnect: into the platform's dialog, or to the form for its credentials. */
export function ConnectControl({ kind, ...props }: ConnectControlProps) {
  if (kind === "dialog") return <ConnectForm {...props} />;

  const { provider, slug, reconnect, refusal, children, variant = "primary", size } = props;
  if (refusal !== undefined) {
    return (
      <Button variant={variant} size={size} disabled title={refusal}>
        {children}
      </Button>
    );
  }
  const query = reconnect ? `?reconnect=${reconnect}` : "";
  return (
    <ButtonLink
      href={`/o/${slug}/connections/new/${provider}${query}` as Route}
      variant={variant}
      size={size}
    >
      {children}
    </ButtonLink>
  );
}
