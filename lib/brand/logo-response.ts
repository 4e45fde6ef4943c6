import "server-only";
import { readFile } from "#lib/storage/files.ts";
import type { Storage } from "#lib/storage/service-storage.ts";
import { logoFile } from "./logo-file.ts";

/**
 * A logo as an answer of our own: pages load pictures from here and not from storage, which may stand where a browser cannot
 * reach it. Its kind is what its bytes say, so that nothing else is ever handed out as one.
 */
export async function logoResponse(storage: Storage | null, path: string | null): Promise<Response> {
  const bytes = storage && path ? await readFile(storage, { bucket: "logos", path }) : null;
  const picture = bytes && logoFile(bytes);
  if (!bytes || !picture?.ok) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": picture.value.type, "cache-control": "private, max-age=300" },
  });
}
