import { withAppEnvironment } from "./db/with-app-environment.ts";

await withAppEnvironment(async () => {
  const [{ rotateKeys }, { closeDatabase }] = await Promise.all([
    import("#lib/connections/rotate-keys.ts"),
    import("#lib/db/client.ts"),
  ]);
  try {
    const { rotated, unreadable } = await rotateKeys(({ rotated }) => console.log(`${rotated} so far`));
    console.log(`${rotated} sealed anew under the newest key.`);
    if (unreadable > 0) {
      console.error(
        `${unreadable} could not be opened by any key in TOKEN_ENCRYPTION_KEYS and were left as they are. Put the key they were sealed with back, or reconnect those accounts.`,
      );
      process.exitCode = 1;
    }
  } finally {
    await closeDatabase();
  }
});
