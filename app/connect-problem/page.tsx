import type { Metadata } from "next";
import { Gate } from "#components/auth/gate.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { connectProblems } from "#lib/connections/connect-problems.ts";
import { lookUp } from "#lib/look-up.ts";

export const metadata: Metadata = { title: "Nothing was connected" };

export default async function ConnectProblemPage({ searchParams }: PageProps<"/connect-problem">) {
  const { problem } = await searchParams;
  const { title, text } = lookUp(connectProblems, problem) ?? connectProblems["unknown-attempt"];

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
