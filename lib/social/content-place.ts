import { z } from "zod";
import type { ContentSort } from "./content-filter.ts";

/** A post's place in an ordered list: what it is sorted by, exactly as the database writes it, and its id to settle ties. */
export type ContentPlace = { key: string; id: string };

const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const Count = z.string().regex(/^-?\d{1,19}$/);

/** The place as it stands in an address. */
export const formatPlace = ({ key, id }: ContentPlace) => Buffer.from(`${key} ${id}`).toString("base64url");

/** Reads a place back; one of another order, or none of ours, counts as none. */
export function parsePlace(text: string | undefined, sort: ContentSort): ContentPlace | undefined {
  const [key, id] = Buffer.from(text ?? "", "base64url")
    .toString()
    .split(" ");
  const isKey = (sort === "published" ? Instant : Count).safeParse(key).success;
  return key && id && isKey && z.uuid().safeParse(id).success ? { key, id } : undefined;
}
