import { withAppEnvironment } from "./with-app-environment.ts";

await withAppEnvironment(async () => {
  const [{ seed }, { closeDatabase }] = await Promise.all([
    import("#drizzle/seed.ts"),
    import("#lib/db/client.ts"),
  ]);
  try {
    await seed();
    console.log("The demo organization is there.");
  } finally {
    await closeDatabase();
  }
});
