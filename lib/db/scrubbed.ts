import "server-only";
import { withoutValues } from "./without-values.ts";

/** The work's own outcome; an error of the database leaves without the values it happened to. */
export async function scrubbed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw withoutValues(error);
  }
}
