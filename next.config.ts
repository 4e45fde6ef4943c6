import type { NextConfig } from "next";

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // `npm test` checks them; who starts or deploys need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // What writes reports, where the worker's turn is taken by a request: both read files of their own as they run.
  serverExternalPackages: ["pdfkit", "fontkit"],
  outputFileTracingIncludes: {
    "/api/cron": ["./node_modules/inter-ui/Inter ?web?/Inter-{Regular,SemiBold}.woff"],
  },
};

export default config;
