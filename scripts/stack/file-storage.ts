import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { App } from "@supabase/lite";

type StorageAdapter = NonNullable<App["_storageAdapter"]>;
type Description = { contentType: string; cacheControl: string };

/**
 * Keeps uploaded files in one folder. Lite's own adapter is not among the package's exports, and takes object names
 * for paths: here a name is only ever hashed, so none can point outside.
 */
export function fileStorage(folder: string): StorageAdapter {
  const pathOf = (bucket: string, key: string) =>
    join(folder, createHash("sha256").update(`${bucket}/${key}`).digest("hex"));

  return {
    driver: null,
    async uploadObject(bucket, key, _version, body, contentType, cacheControl) {
      const path = pathOf(bucket, key);
      await mkdir(folder, { recursive: true });
      await writeFile(path, body instanceof Uint8Array ? body : await buffer(body));
      await writeFile(`${path}.json`, JSON.stringify({ contentType, cacheControl } satisfies Description));
      return describeObject(path);
    },
    async getObject(bucket, key) {
      const path = pathOf(bucket, key);
      return { metadata: await describeObject(path), httpStatusCode: 200, body: await readFile(path) };
    },
    headObject: (bucket, key) => describeObject(pathOf(bucket, key)),
    deleteObject: (bucket, key) => remove(pathOf(bucket, key)),
    async deleteObjects(bucket, keys) {
      await Promise.all(keys.map((key) => remove(pathOf(bucket, key))));
    },
    async copyObject(sourceBucket, source, _version, bucket, destination) {
      const [from, to] = [pathOf(sourceBucket, source), pathOf(bucket, destination)];
      await Promise.all([copyFile(from, to), copyFile(`${from}.json`, `${to}.json`)]);
      return describeObject(to);
    },
    privateAssetUrl: async (bucket, key) => `file://${pathOf(bucket, key)}`,
  };
}

async function describeObject(path: string) {
  const [file, text] = await Promise.all([stat(path), readFile(`${path}.json`, "utf8")]);
  const { contentType, cacheControl }: Description = JSON.parse(text);
  const eTag = `"${createHash("md5").update(`${path}:${file.mtimeMs}`).digest("hex")}"`;
  const [size, lastModified] = [file.size, file.mtime];
  return {
    cacheControl,
    contentLength: size,
    size,
    mimetype: contentType,
    lastModified,
    eTag,
    httpStatusCode: 200,
  };
}

async function remove(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}
