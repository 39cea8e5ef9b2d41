import { readFileSync, writeFileSync } from "node:fs";

/** What package-lock.json says of a package. */
interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};

const rows = Object.entries(lock.packages)
  .filter(([path, { dev, license }]) => path !== "" && dev !== true && license !== undefined)
  .map(([path, { version = "", license = "" }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    return `| [${name}](https://www.npmjs.com/package/${name}) | ${version} | ${license} |`;
  });

const page = `# Third-party software

What a running Colloquy is built from, besides Node.js and PostgreSQL. Made from package-lock.json by
\`npm run third-party\`; the text of each licence is in the package.

| package | version | licence |
| --- | --- | --- |
${[...new Set(rows)].sort().join("\n")}
`;

if (process.argv.includes("--check")) {
  if (readFileSync("THIRD-PARTY.md", "utf8") !== page) {
    console.error("THIRD-PARTY.md is not what package-lock.json says. Run npm run third-party.");
    process.exitCode = 1;
  }
} else {
  writeFileSync("THIRD-PARTY.md", page);
}
