import { requireMember } from "#lib/auth/require-member.ts";
import { supabase } from "#lib/auth/supabase.ts";
import { findDeliverable } from "#lib/deliverables/find-deliverable.ts";
import { pdfResponse } from "#lib/deliverables/pdf-response.ts";
import { readFile } from "#lib/storage/files.ts";

/** The report's PDF, read as the person who asks: storage's own policies judge it again. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/o/[slug]/analytics/reports/[id]/file">,
) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const report = await findDeliverable(member, id);
  const { storage } = await supabase();

  const file = report?.path && (await readFile(storage, { bucket: "private", path: report.path }));
  if (!file) return new Response("There is no such report.\n", { status: 404 });
  return pdfResponse(file, report.title, new URL(request.url).searchParams.has("download"));
}
