import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ChoiceList } from "#components/connections/choice-list.tsx";
import { ConnectForm } from "#components/connections/connect-form.tsx";
import { OutcomeList } from "#components/connections/outcome-list.tsx";
import { ReloadSoon } from "#components/connections/reload-soon.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { attemptTexts } from "#lib/connections/attempt-texts.ts";
import { choicesOf } from "#lib/connections/choices.ts";
import { type AttemptView, describeAttempt } from "#lib/connections/describe-attempt.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { connectFromForm } from "../../actions.ts";

type Props = PageProps<"/o/[slug]/connections/choose/[session]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, session } = await params;
  const attempt = await describeAttempt(await requireMember(slug), session);
  return { title: attempt ? attemptTexts(attempt).title : "Not found" };
}

export default async function AttemptPage({ params }: Props) {
  const { slug, session } = await params;
  const member = await requireMember(slug);
  const attempt = (await describeAttempt(member, session)) ?? notFound();

  const { title, text } = attemptTexts(attempt);
  const { outcome, stage, provider, reconnect, canChoose } = attempt;
  const accounts = outcome?.kind === "finished" ? outcome.accounts : [];
  // Where the grant is the account there is nothing to pick from.
  const connect = findProvider(provider.id)?.connect;
  const picks =
    canChoose && !reconnect && !(connect?.kind === "dialog" && connect.accountsPerGrant === "one");
  const isWell = accounts.length > 0 && accounts.every(({ state }) => state !== "failed");

  return (
    <>
      <PageHeader
        title={title}
        description={text}
        parent={{ href: `/o/${slug}/connections` as Route, label: "Connections" }}
      />
      {stage === "working" && <ReloadSoon />}
      <div className="grid justify-items-stretch gap-5">
        {accounts.length > 0 && <OutcomeList slug={slug} accounts={accounts} />}
        {picks && (
          <Suspense fallback={<ChoicesLoading name={provider.accountNoun.many} />}>
            <Choices member={member} attempt={attempt} />
          </Suspense>
        )}
        {stage !== "working" && (
          <div className="flex flex-wrap gap-2">
            {isWell && (
              <ButtonLink href={`/o/${slug}/connections` as Route} variant="primary">
                Go to Connections
              </ButtonLink>
            )}
            {!isWell && (
              <ConnectForm
                provider={provider.id}
                slug={slug}
                reconnect={reconnect?.connectionId}
                askAgain
                variant={picks ? "secondary" : "primary"}
              >
                {picks ? `Open ${provider.name}'s window again` : "Start again"}
              </ConnectForm>
            )}
            {!isWell && <ButtonLink href={`/o/${slug}/connections` as Route}>Back to Connections</ButtonLink>}
          </div>
        )}
      </div>
    </>
  );
}

async function Choices({ member, attempt }: { member: Member; attempt: AttemptView }) {
  const found = await choicesOf(member, attempt.id);

  return (
    <ChoiceList
      attemptId={attempt.id}
      found={found}
      provider={attempt.provider}
      connect={connectFromForm.bind(null, member.organizationSlug, attempt.provider.id)}
    />
  );
}

function ChoicesLoading({ name }: { name: string }) {
  return (
    <LoadingRegion label={name}>
      <Skeleton className="h-64 max-w-2xl" />
    </LoadingRegion>
  );
}
