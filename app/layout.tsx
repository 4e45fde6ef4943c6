import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { SandboxBanner } from "#components/frame/sandbox-banner.tsx";
import { SkipLink } from "#components/frame/skip-link.tsx";
import { parseTheme, themeCookie } from "#components/ui/theme.ts";
import { Toaster } from "#components/ui/toaster.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = {
  title: { default: "Trunkline", template: "%s · Trunkline" },
  description: "One dashboard for every channel a business talks on.",
  applicationName: "Trunkline",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f7f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0f12" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const sandboxUrl = env.PROVIDER_SANDBOX_URL;

  return (
    // The theme switch changes the attribute in the browser, ahead of React.
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-sandbox={sandboxUrl ? "" : undefined}
      suppressHydrationWarning
    >
      <body className="antialiased">
        <div className="page-layer flex min-h-dvh flex-col">
          <SkipLink />
          {sandboxUrl && <SandboxBanner sandboxUrl={sandboxUrl} />}
          {children}
        </div>
        <Toaster />
      </body>
    </html>
  );
}
