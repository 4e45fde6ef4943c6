import { command, targetCount } from "./command.ts";
import { migrateDatabase } from "./migrate-database.ts";

await command(async (databaseUrl) => {
  const names = await migrateDatabase(databaseUrl, targetCount(process.argv));
  console.log(names.length === 0 ? "The database is up to date." : `Run: ${names.join(", ")}.`);
});
