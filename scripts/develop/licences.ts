/**
 * `npm run licences`: the licences of all packages that package-lock.json names, with how many packages of the program and of
 * its tools are under each. Code 1 where a package of the program is under one that forbids its use, or under none that is known.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** A package under its path in node_modules; `licence`: an SPDX expression, null where it says none. */
export interface LicensedPackage {
  path: string;
  licence: string | null;
  /** It is needed to work on the program alone. */
  isTool: boolean;
}

/** Licences under which a package may be used and passed on, unchanged, beside MIT; those of fonts are for fonts. */
const permitted: ReadonlySet<string> = new Set([
  ...["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT", "MPL-2.0"],
  ...["OFL-1.1", "PSF-2.0", "PostgreSQL", "Unlicense", "Zlib"],
]);

/** What packages say in a file alone that package-lock.json does not know of, with where it stands. */
const saidElsewhere: Readonly<Record<string, string>> = {
  // node_modules/png-js/LICENSE
  "png-js": "MIT",
};

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().optional(), link: z.boolean().optional() }),
  ),
});

/** Reads the packages that a package-lock.json names. */
export function parseLicences(text: string): LicensedPackage[] {
  const { packages } = lock.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, { license, dev }]) => {
    if (path === "") return [];
    const name = path.split("node_modules/").at(-1) ?? path;
    return [{ path, licence: license ?? saidElsewhere[name] ?? null, isTool: dev === true }];
  });
}

/** Whether one may use what is under a licence: all that an expression joins by AND, one of what it joins by OR. */
export function isPermitted(licence: string | null): boolean {
  if (licence === null) return false;
  return licence
    .replace(/^\((.*)\)$/su, "$1")
    .split(" OR ")
    .some((way) => way.split(" AND ").every((part) => permitted.has(part.trim())));
}

/** One line a licence, the most frequent first. */
export function formatLicences(packages: readonly LicensedPackage[]): string[] {
  const counts = new Map<string, { program: number; tools: number }>();
  for (const { licence, isTool } of packages) {
    const count = counts.get(licence ?? "none") ?? { program: 0, tools: 0 };
    counts.set(licence ?? "none", { program: count.program + Number(!isTool), tools: count.tools + Number(isTool) });
  }
  return [...counts]
    .sort(([, a], [, b]) => b.program + b.tools - a.program - a.tools)
    .map(([name, { program, tools }]) => `${name.padEnd(20)} ${program} of the program, ${tools} of its tools`);
}

if (import.meta.main) {
  const packages = parseLicences(
    readFileSync(fileURLToPath(new URL("../../package-lock.json", import.meta.url)), "utf8"),
  );
  console.log(formatLicences(packages).join("\n"));
  const forbidden = packages.filter(({ licence, isTool }) => !isTool && !isPermitted(licence));
  for (const { path, licence } of forbidden)
    console.error(`${path}: ${licence ?? "no licence"} does not allow to use it here.`);
  if (forbidden.length > 0) process.exitCode = 1;
}
