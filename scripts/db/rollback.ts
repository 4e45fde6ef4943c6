import { command, targetCount } from "./command.ts";
import { rollbackDatabase } from "./rollback-database.ts";

await command(async (databaseUrl) => {
  const names = await rollbackDatabase(databaseUrl, targetCount(process.argv));
  console.log(names.length === 0 ? "There was nothing to take back." : `Taken back: ${names.join(", ")}.`);
});
