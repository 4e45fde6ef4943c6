import "server-only";
import type { Storage } from "./service-storage.ts";

/** A file by where it lies. Paths begin with the id of the organization whose file it is. */
export type FilePlace = { bucket: "private" | "logos"; path: string };

/** Puts a file there, over what lay there before. Throws when it could not be stored. */
export async function storeFile(
  storage: Storage,
  { bucket, path }: FilePlace,
  { bytes, type }: { bytes: Uint8Array; type: string },
): Promise<void> {
  // A plain buffer: the embedded server does not find the file in a form.
  const { error } = await storage
    .from(bucket)
    .upload(path, Buffer.from(bytes), { contentType: type, upsert: true });
  if (error) throw new Error("A file could not be stored", { cause: error });
}

/** The file, or null where this reader finds none. */
export async function readFile(storage: Storage, { bucket, path }: FilePlace): Promise<Buffer | null> {
  const { data, error } = await storage.from(bucket).download(path);
  if (data) return Buffer.from(await data.arrayBuffer());
  if (isMissing(error)) return null;
  throw new Error("A file could not be read", { cause: error });
}

/** Removes the file; one that is not there is removed already. */
export async function removeFile(storage: Storage, { bucket, path }: FilePlace): Promise<void> {
  const { error } = await storage.from(bucket).remove([path]);
  if (error && !isMissing(error)) throw new Error("A file could not be removed", { cause: error });
}

/** Storage answers 400 or 404 to who may not see a file and where none is, alike. */
function isMissing(error: unknown): boolean {
  const status = error !== null && typeof error === "object" && "status" in error ? error.status : undefined;
  return status === 400 || status === 404;
}
