import { join } from "node:path";
import { serve } from "@hono/node-server";
import { App, setExperimental } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { authMailDriver, rememberingReturn } from "./auth-mail-driver.ts";
import { claimPort, releasePort } from "./claim-port.ts";
import { fileStorage } from "./file-storage.ts";
import type { Part } from "./part.ts";
import type { Secrets } from "./secrets.ts";

export type SupabaseOptions = {
  directory: string;
  databaseUrl: string;
  secrets: Secrets;
  appUrl: string;
  smtpUrl: string;
  mailFrom: string;
  preferredPort: number;
};

/** Supabase Lite on this database: its auth and storage tables, then its HTTP server on loopback. */
export async function startSupabase(options: SupabaseOptions): Promise<Part & { url: string; port: number }> {
  const app = await createSupabaseTables(options);
  const port = await claimPort(options.preferredPort);
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve(
      {
        port,
        hostname: "127.0.0.1",
        // The globals stay Node's own: the adapter's Response cannot read every stream Lite hands over.
        overrideGlobalObjects: false,
        fetch: (request, env) => {
          const peerAddress = env.incoming.socket.remoteAddress ?? null;
          return rememberingReturn(request, () => app.fetch(request, { peerAddress }));
        },
      },
      () => resolve(listening),
    );
    listening.once("error", reject);
  });

  const stop = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
    await app.connection.close();
    releasePort(port);
  };
  return { url: `http://127.0.0.1:${port}`, port, stop };
}

/** Connects Lite and lets it create `auth.*` and `storage.*`, which our migrations refer to. */
export async function createSupabaseTables(options: Omit<SupabaseOptions, "preferredPort">) {
  process.env.LITE_TELEMETRY = "0";
  process.env.DO_NOT_TRACK = "1";
  setExperimental("storage", true);

  const { secrets, appUrl } = options;
  const app = new App({
    connection: createPostgresConnection({
      url: options.databaseUrl,
      postgresOptions: { onnotice: () => {} },
    }),
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      site_url: appUrl,
      additional_redirect_urls: [`${appUrl}/**`],
      minimum_password_length: 8,
      // Lite's own limits would count all of a test run's sign-ins as one person's. The app limits its own doors.
      email: {
        enable_signup: true,
        enable_confirmations: true,
        double_confirm_changes: true,
        template: mailTemplates,
      },
    },
    storage: { enabled: true, file_size_limit: "50MiB" },
    options: {
      // Keyless requests from this machine would otherwise be service_role.
      server: { admin: false, disableStudio: true },
      drivers: { email: authMailDriver(options.smtpUrl, options.mailFrom, appUrl) },
    },
  });
  app._storageAdapter = fileStorage(join(options.directory, "storage"));
  await withoutWarnings(() => app.init());
  await app.ensureSystemSchema();
  return app;
}

// Lite announces on every start that its storage is experimental. Our documentation says so once.
async function withoutWarnings(work: () => Promise<unknown>): Promise<void> {
  const { warn } = console;
  console.warn = () => {};
  try {
    await work();
  } finally {
    console.warn = warn;
  }
}

const mailTemplates = {
  confirmation: { subject: "Confirm your e-mail address", content_path: template("confirmation") },
  recovery: { subject: "Set a new password", content_path: template("recovery") },
  magic_link: { subject: "Your sign-in link", content_path: template("magic-link") },
  email_change: { subject: "Confirm your new e-mail address", content_path: template("email-change") },
};

function template(name: string): string {
  return join(import.meta.dirname, "mail-templates", `${name}.html`);
}
