import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { AppDiagnosis } from "#components/going-live/app-diagnosis.tsx";
import { GuideFrame } from "#components/going-live/guide-frame.tsx";
import { GuideSteps } from "#components/going-live/guide-steps.tsx";
import { ReviewTable } from "#components/going-live/review-table.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { currentUser } from "#lib/auth/require-user.ts";
import { diagnoseApp } from "#lib/connections/diagnose-app.ts";
import { findGuide, type GuideView } from "#lib/connections/guides.ts";

type Props = PageProps<"/going-live/[provider]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = findGuide((await params).provider);
  return { title: guide ? titleOf(guide) : "Not found" };
}

export default async function ProviderGuidePage({ params }: Props) {
  const guide = findGuide((await params).provider) ?? notFound();
  // What this installation has and lacks is for its people, not for whoever passes by.
  const isSignedIn = (await currentUser()) !== null;

  return (
    <GuideFrame
      back
      title={titleOf(guide)}
      description={
        <>
          What to make at{" "}
          <a
            href={guide.console.url}
            target="_blank"
            rel="noreferrer"
            className="rounded-sm py-1 font-medium text-accent underline decoration-accent/40 underline-offset-2"
          >
            {guide.console.name}
          </a>{" "}
          so that people can connect their {guide.accountNoun.many} here.
        </>
      }
    >
      <GuideSteps guide={guide} tellsSettings={isSignedIn} />
      {guide.review.length > 0 && (
        <Card aria-labelledby="review">
          <CardHeader
            id="review"
            title="Permissions to ask for"
            description={`${guide.name} approves each one. The reason beside it is what to tell the reviewer.`}
          />
          <CardBody>
            <ReviewTable review={guide.review} />
          </CardBody>
        </Card>
      )}
      {guide.canDiagnose && (
        <Card aria-labelledby="diagnosis">
          <CardHeader
            id="diagnosis"
            title="Is it the app, or one connection?"
            description={`${guide.name} is asked how it sees our app.`}
          />
          <CardBody>
            {isSignedIn ? (
              <Suspense fallback={<DiagnosisLoading />}>
                <Diagnosis guide={guide} />
              </Suspense>
            ) : (
              <p className="text-muted">
                <TextLink href={`/login?next=/going-live/${guide.id}` as Route}>Sign in</TextLink> to see how{" "}
                {guide.name} answers.
              </p>
            )}
          </CardBody>
        </Card>
      )}
    </GuideFrame>
  );
}

const titleOf = ({ name }: GuideView) => `Going live on ${name}`;

async function Diagnosis({ guide }: { guide: GuideView }) {
  const diagnosis = await diagnoseApp(guide.id);
  return diagnosis && <AppDiagnosis diagnosis={diagnosis} name={guide.name} />;
}

function DiagnosisLoading() {
  return (
    <LoadingRegion label="the answer">
      <Skeleton className="h-24" />
    </LoadingRegion>
  );
}
