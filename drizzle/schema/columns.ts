import { sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";

/** A primary key that sorts by the time it was made, for rows the app makes; plain SQL gets a random one. */
export const id = () => uuid("id").primaryKey().default(sql`gen_random_uuid()`).$defaultFn(uuidv7);

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Kept by the trigger `update_updated_at_column`, whoever writes. */
export const updatedAt = () => instant("updated_at").notNull().defaultNow();
