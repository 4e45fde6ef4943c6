import { CalendarClock } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type NoMeetingsProps = {
  slug: string;
  view: "upcoming" | "past";
  platform: string;
  /** `none`: no account is connected; `unread`: its meetings were not read yet; `read`: they were. */
  state: "none" | "unread" | "read";
  isAdmin: boolean;
};

/** An empty list, with why it is empty. */
export function NoMeetings({ slug, view, platform, state, isAdmin }: NoMeetingsProps) {
  return (
    <Card>
      {state === "none" ? (
        <EmptyState
          icon={CalendarClock}
          title={`No ${platform} account is connected`}
          action={
            isAdmin && (
              <ButtonLink variant="primary" href={`/o/${slug}/connections` as Route}>
                Connect {platform}
              </ButtonLink>
            )
          }
        >
          Your meetings are listed here: what is planned, who came, and what was recorded.
          {!isAdmin && " Only owners and admins can connect an account."}
        </EmptyState>
      ) : (
        <EmptyState icon={CalendarClock} title={titles[view]}>
          {state === "unread"
            ? `Your meetings are being read from ${platform}. They appear here by themselves.`
            : texts[view](platform)}
        </EmptyState>
      )}
    </Card>
  );
}

const titles = { upcoming: "Nothing is planned", past: "No meeting took place yet" };
const texts = {
  upcoming: (platform: string) => `What you plan in ${platform} appears here within a moment.`,
  past: (platform: string) =>
    `What took place in ${platform} stays here, with who came and what was recorded.`,
};
