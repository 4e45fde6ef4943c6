import type { Route } from "next";
import { redirect } from "next/navigation";

/** What is handed over are reports, and these have their list under Analytics. */
export default async function DeliverablesPage({ params }: PageProps<"/o/[slug]/deliverables">) {
  const { slug } = await params;
  redirect(`/o/${slug}/analytics/reports` as Route);
}
