import { visitor } from "#lib/auth/visitor.ts";
import { openShare } from "#lib/deliverables/open-share.ts";
import { pdfResponse } from "#lib/deliverables/pdf-response.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { readFile } from "#lib/storage/files.ts";
import { serviceStorage } from "#lib/storage/service-storage.ts";

/** The shared report's PDF, for as long as its link works. */
export async function GET(request: Request, { params }: RouteContext<"/d/[token]/file">) {
  const answer = await knock("share", await visitor());
  if (!answer.allowed) return new Response(`${tooManyAttempts(answer)}\n`, { status: 429 });

  const opened = await openShare((await params).token, { isView: false });
  const storage = serviceStorage();
  const file =
    opened.ok && storage && (await readFile(storage, { bucket: "private", path: opened.value.path }));
  if (!opened.ok || !file) return new Response("This link does not work.\n", { status: 404 });
  return pdfResponse(file, opened.value.title, new URL(request.url).searchParams.has("download"));
}
