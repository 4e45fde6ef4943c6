import type { Metadata } from "next";
import { Gate } from "#components/auth/gate.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { describeProblem } from "#lib/connections/describe-problem.ts";

export const metadata: Metadata = { title: "Nothing was connected" };

export default async function ConnectProblemPage({ searchParams }: PageProps<"/connect-problem">) {
  const { title, text } = describeProblem(await searchParams);

  return (
    <Gate title={title} description={text}>
      <div>
        <ButtonLink href="/" variant="primary">
          Go to your dashboard
        </ButtonLink>
      </div>
    </Gate>
  );
}
