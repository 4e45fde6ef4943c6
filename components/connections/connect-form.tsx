import type { ComponentProps } from "react";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type ConnectFormProps = {
  provider: string;
  slug: string;
  /** The connection to renew in place. */
  reconnect?: string;
  /** Show what was declined before once more. */
  askAgain?: boolean;
  /** Why this person may not; the button is then disabled and says so. */
  refusal?: string;
  children: React.ReactNode;
  variant?: ComponentProps<typeof SubmitButton>["variant"];
  size?: ComponentProps<typeof SubmitButton>["size"];
};

/** A button that opens the platform's dialog. A plain form: it works without scripts and is never fetched ahead. */
export function ConnectForm(props: ConnectFormProps) {
  const { provider, slug, reconnect, askAgain, refusal, children, variant = "primary", size } = props;

  return (
    <form action={`/api/oauth/${provider}/start`} method="post">
      <input type="hidden" name="organization" value={slug} />
      {reconnect && <input type="hidden" name="reconnect" value={reconnect} />}
      {askAgain && <input type="hidden" name="again" value="1" />}
      <SubmitButton variant={variant} size={size} disabled={refusal !== undefined} title={refusal}>
        {children}
      </SubmitButton>
    </form>
  );
}
