import { join } from "node:path";

/** The app as the platforms know it: its keys, and the addresses that it registered there. */
export function sandboxEnvironment(
  app: NodeJS.ProcessEnv,
  directory: string,
  port: number,
): Record<string, string> {
  const at = (path: string) => new URL(path, app.APP_URL).href;
  return {
    SANDBOX_PORT: String(port),
    SANDBOX_STATE_FILE: join(directory, "sandbox.json"),
    SANDBOX_META_APP_ID: app.META_APP_ID ?? "",
    SANDBOX_META_APP_SECRET: app.META_APP_SECRET ?? "",
    SANDBOX_META_VERIFY_TOKEN: app.META_WEBHOOK_VERIFY_TOKEN ?? "",
    SANDBOX_META_CALLBACK_URL: at("/api/webhooks/meta"),
    SANDBOX_META_REDIRECT_URIS: at("/api/oauth/facebook/callback"),
    SANDBOX_META_DEAUTHORIZE_URL: at("/api/meta/deauthorize"),
    SANDBOX_META_DATA_DELETION_URL: at("/api/meta/data-deletion"),
    SANDBOX_INSTAGRAM_APP_ID: app.INSTAGRAM_APP_ID ?? "",
    SANDBOX_INSTAGRAM_APP_SECRET: app.INSTAGRAM_APP_SECRET ?? "",
    SANDBOX_INSTAGRAM_REDIRECT_URIS: at("/api/oauth/instagram/callback"),
    SANDBOX_ZOOM_CLIENT_ID: app.ZOOM_CLIENT_ID ?? "",
    SANDBOX_ZOOM_CLIENT_SECRET: app.ZOOM_CLIENT_SECRET ?? "",
    SANDBOX_ZOOM_WEBHOOK_SECRET_TOKEN: app.ZOOM_WEBHOOK_SECRET_TOKEN ?? "",
    SANDBOX_ZOOM_REDIRECT_URIS: at("/api/oauth/zoom/callback"),
    SANDBOX_ZOOM_WEBHOOK_URL: at("/api/webhooks/zoom"),
  };
}
