import { withAppEnvironment } from "./db/with-app-environment.ts";

await withAppEnvironment(async () => {
  const [{ rotateCredentials }, { closeDatabase }] = await Promise.all([
    import("#lib/connections/rotate-credentials.ts"),
    import("#lib/db/client.ts"),
  ]);
  try {
    const { rotated, unreadable } = await rotateCredentials();
    console.log(`Credentials sealed anew under the newest key: ${rotated}.`);
    if (unreadable > 0) {
      console.error(
        `No key in TOKEN_ENCRYPTION_KEYS opens ${unreadable} of them: those accounts have to be connected again.`,
      );
      process.exitCode = 1;
    }
  } finally {
    await closeDatabase();
  }
});
