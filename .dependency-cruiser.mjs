// Who may import whom, so that a forbidden arrow fails `npm test` with its reason. Arrows only point down:
// app, components, lib by domain, the database. tests/unit/scripts/import-rules.test.ts plants violations.
const never = (name, from, to, more = {}) => ({
  name,
  severity: "error",
  from: typeof from === "string" ? { path: from } : from,
  to: { path: to, ...more },
});

// What runs as the system is what deliveries, callbacks and jobs need. Another file here is to be seen in review.
const actsAsSystem = [
  "^(drizzle/seed|tests/)",
  "^lib/audit/record-(auth|system)\\.ts$",
  "^lib/connections/(accounts-with|answer-attempt|check-connection|check-due|check-siblings|choices|conclude-attempt|deauthorize)\\.ts$",
  "^lib/connections/(delete-user-data|find-attempt|find-deletion|forget-attempts|redeem-code)\\.ts$",
  "^lib/connections/(request-deletion|revoke|rotate-attempts|rotate-credentials|wider-access)\\.ts$",
  "^lib/connections/(after-renewal|alert-(broken|person|well|well-person)|break-connection|erase-accounts|forget-checks|forget-previous|forget-secrets|pause|refresh-once)\\.ts$",
  "^lib/connections/(own-lines|renew-access|renew-due|renewal-mark|replace-secrets|with-access)\\.ts$",
  "^lib/demo\\.ts$",
  "^lib/jobs/(forget-given-up|heartbeat|release-abandoned)\\.ts$",
  "^lib/operations/(metrics|readiness)\\.ts$",
  "^lib/sync/(claim-run|forget-syncs|hold-claim|plan-sync|read-step|set-aside|store-step|sync-connection|sync-due|sync-in-turn)\\.ts$",
  "^lib/deliverables/open-share\\.ts$",
  "^lib/reports/(mail-report|make-report|start-monthly)\\.ts$",
  "^lib/webhooks/(replay-unsettled|run-replay|take-replay-chunk)\\.ts$",
  "^lib/webhooks/(account-secrets|drop-old-partitions|erase-customer|apply-retention|list-refused|adopt-for-connection|catch-up|catch-up-all|count-visible|list-events|maintain-tables|note-last-event|note-proven-address|process|sweep)\\.ts$",
];

export default {
  forbidden: [
    never("app asks the domain, not the database", "^app/", "^(drizzle|lib/db)/"),
    never("the app is not made of its tools", "^(app|components|lib)/", "^(scripts|sandbox|tests)/"),
    never(
      "components take data and actions as props",
      "^components/",
      "^(app/|drizzle/|lib/(auth|db|jobs|providers)/)",
    ),
    never("components know a domain's types, not its code", "^components/", "^lib/", {
      dependencyTypesNot: ["type-only"],
    }),
    never("primitives know no domain word", "^components/ui/", "^(components/(?!ui/)|lib/(?!forms\\.ts))"),
    never("lib never looks up", "^lib/", "^(app|components)/"),
    never("only lib/auth knows Next", "^lib/(?!auth/)", "^node_modules/next/"),
    never(
      "only pages and the proxy ask who is there",
      { pathNot: "^(app/|proxy\\.ts|lib/auth/|tests/)" },
      "^lib/auth/",
    ),
    never(
      "jobs reach the domains through handlers alone",
      "^lib/jobs/(?!handlers|worker)",
      "^lib/(?!jobs/|db/|env|log|live/)",
    ),
    never("enqueuing loads no handler", "^lib/(?!jobs/worker)", "^lib/jobs/handlers"),
    never("acting as the system is named", { pathNot: actsAsSystem }, "^lib/db/as-system"),
    never("a provider knows no tenants", "^lib/providers/", "^(drizzle|lib/db|node_modules/next)/"),
    never(
      "a provider is pure, but for its host",
      { path: "^lib/providers/", pathNot: "/http\\.ts$" },
      "^lib/env\\.ts",
    ),
    never("a provider knows no other", { path: "^lib/providers/([^/]+)/" }, "^lib/providers/[^/]+/", {
      pathNot: "^lib/providers/($1|meta)/",
    }),
    never(
      "the database knows nothing above it",
      "^(lib/db|drizzle/schema)/",
      "^(app|components|lib/(?!db/|env\\.ts|log\\.ts))",
    ),
    never(
      "the sandbox must not inherit our misunderstandings",
      "^sandbox/",
      "^(app|components|lib|drizzle|scripts)/",
    ),
    never("the app knows the sandbox by its address only", { pathNot: "^(sandbox|tests)/" }, "^sandbox/"),
    {
      name: "what is imported exists",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules"] },
    exclude: { path: ["(^|/)\\.next/", "^\\.data"] },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "node", "import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".css", ".json"],
    },
  },
};
