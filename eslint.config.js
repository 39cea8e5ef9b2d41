import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** @typedef {{ ours: string[], npm: string[], node?: string[] }} Layer */

/**
 * The layers of the house: what each folder may import of ours, and of npm. Node's own modules are open to
 * all that do not run in a browser. CONTRIBUTING says why.
 */
/** @type {Record<string, Layer>} */
const layers = {
  policy: { ours: ["policy"], npm: [], node: [] },
  db: {
    ours: ["db", "policy"],
    npm: ["drizzle-orm", "postgres", "zod", "yaml", "rate-limiter-flexible", "@node-rs/argon2"],
  },
  components: {
    ours: ["components", "policy"],
    npm: [
      "react",
      "react-dom",
      "next/link",
      "next/form",
      "unified",
      "remark-(parse|gfm|math|rehype)",
      "rehype-(sanitize|katex|highlight|stringify)",
      "(hast|mdast)",
    ],
    node: ["crypto"],
  },
  app: { ours: ["app", "components", "db", "policy"], npm: ["*"] },
  server: { ours: ["server", "db", "policy"], npm: ["*"] },
  bin: { ours: ["bin", "server", "db", "policy"], npm: ["*"] },
  e2e: { ours: ["e2e", "server", "db", "components/markdown", "policy"], npm: ["*"] },
  bench: { ours: ["bench", "e2e", "server", "db", "policy"], npm: ["*"] },
};
const folders = [...Object.keys(layers), "jobs", "mail", "storage"].join("|");

/** Tests may use the runner, the property checker and the factory besides what their layer may. */
const forTests = { ours: ["e2e/factory(-[a-z]+)?"], npm: ["@playwright/test", "fast-check"] };

/**
 * One pattern that matches every import which a layer may not make.
 * @param {Layer} layer
 */
function notOf({ ours, npm, node = ["*"] }) {
  /** @type {(names: string[], prefix: string, otherwise: string) => string[]} */
  const any = (names, prefix, otherwise) =>
    names.includes("*") ? [otherwise] : names.map((name) => `${prefix}${name}(/|$)`);
  const allowed = [
    `\\./`,
    `(\\.\\./)+(?!(${folders})/)`,
    ...any(ours, "@/", "@/"),
    ...any(npm, "", "(?!@/|\\.|node:)"),
    ...any(node, "node:", "node:"),
  ];
  return `^(?!${allowed.join("|")})`;
}

/**
 * The rules of a layer, and what a group of its files may import besides.
 * @param {string} name
 * @param {Partial<Layer>} extra
 */
function layer(name, extra = {}) {
  const own = layers[name] ?? { ours: [], npm: [] };
  const regex = notOf({
    ours: [...own.ours, ...(extra.ours ?? [])],
    npm: [...own.npm, ...(extra.npm ?? [])],
    node: [...(own.node ?? ["*"]), ...(extra.node ?? [])],
  });
  const message = `${name}/ may not import this: see the layers.`;
  /** @type {["error", object]} */
  const setting = ["error", { patterns: [{ regex, message }] }];
  return { "no-restricted-imports": setting };
}

/** The clock is a parameter below app/, bin/ and server/. */
const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take `now` as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take `now` as a parameter.",
  },
];

/** Every reader and verb says first on whose behalf. */
const viewerFirst = {
  selector:
    "ExportNamedDeclaration > FunctionDeclaration[async=true]:not([params.0.name=/^(viewer|tx|slug)$/])",
  message:
    "The first parameter of a reader or verb is `viewer` (or `tx`, or the `slug` under which the viewer is looked for).",
};

const noClient = {
  selector: "ExpressionStatement[directive='use client']",
  message: "Client components live in components/; only error pages are an exception.",
};

/** A server action is a public endpoint: the form wrapper finds the viewer, checks the origin and parses. */
const actionsByTheWrapper = [
  {
    selector:
      "Program:has(> ExpressionStatement[directive='use server']) > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.callee.name=/^(form|account|visitor|plain)Action$/])",
    message:
      "Make every server action with formAction, accountAction, visitorAction or plainAction.",
  },
  {
    selector:
      "Program:has(> ExpressionStatement[directive='use server']) > ExportNamedDeclaration > FunctionDeclaration",
    message:
      "Make every server action with formAction, accountAction, visitorAction or plainAction.",
  },
  {
    selector: ":function > BlockStatement > ExpressionStatement[directive='use server']",
    message: "Make every server action with formAction, in a file of actions.",
  },
];

export default tseslint.config(
  {
    ignores: [
      "node_modules",
      "**/.next",
      ".data",
      "next-env.d.ts",
      "test-results",
      "playwright-report",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": ["error", { checkThenables: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  {
    files: ["**/*.tsx", "components/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },

  ...Object.keys(layers).map((name) => ({ files: [`${name}/**/*.{ts,tsx}`], rules: layer(name) })),
  ...["policy", "db"].map((name) => ({
    files: [`${name}/**/*.test.ts`],
    rules: layer(name, { ...forTests, node: ["*"] }),
  })),
  // They start portals, and play browsers, as the journeys do.
  ...["bin", "server"].map((name) => ({
    files: [`${name}/**/*.test.ts`],
    rules: layer(name, { ours: ["e2e"] }),
  })),
  { files: ["policy/time.ts"], rules: layer("policy", { npm: ["temporal-polyfill"] }) },

  { files: ["policy/**/*.ts"], rules: { "no-restricted-syntax": ["error", ...noClock] } },
  {
    files: ["db/**/*.ts"],
    // Tests open courses under clocks of their own.
    ignores: ["db/**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...noClock] },
  },
  {
    files: ["db/*.ts"],
    ignores: [
      // Not nouns of the course: the server below it, and whoever asks before there is a viewer.
      "db/*.test.ts",
      "db/{cannot-start,client,migrate,request,invariants}.ts",
    ],
    rules: { "no-restricted-syntax": ["error", ...noClock, viewerFirst] },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", noClient, ...actionsByTheWrapper] },
  },
  {
    files: ["app/**/{error,global-error}.tsx"],
    rules: { "no-restricted-syntax": ["error", ...actionsByTheWrapper] },
  },
  { files: ["{bin,bench,e2e}/**/*.ts", "server/log.ts"], rules: { "no-console": "off" } },
  { files: ["**/*.{js,mjs}"], ...tseslint.configs.disableTypeChecked },
);
