import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formatLicences, isPermitted, parseLicences } from "../../scripts/develop/licences.ts";

const packages = parseLicences(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"));

it("every package of the program is under a licence that allows to use it, and says which", () => {
  expect(packages.length).toBeGreaterThan(100);
  const forbidden = packages.filter(({ isTool, licence }) => !isTool && !isPermitted(licence));
  expect(forbidden).toEqual([]);
});

it.each([
  "AGPL-3.0-only",
  "GPL-3.0",
  "SSPL-1.0",
  "BUSL-1.1",
  "UNLICENSED",
  "SEE LICENSE IN LICENSE",
  "MIT AND GPL-2.0",
  null,
])("%s does not", (licence) => {
  expect(isPermitted(licence)).toBe(false);
});

it.each(["MIT", "(MIT OR GPL-3.0)", "MIT AND OFL-1.1"])("%s does", (licence) => {
  expect(isPermitted(licence)).toBe(true);
});

it("are told with how many packages are under each", () => {
  const text = JSON.stringify({
    packages: {
      "": { license: "MIT" },
      "node_modules/a": { license: "ISC" },
      "node_modules/b": { license: "ISC", dev: true },
      "node_modules/a/node_modules/c": {},
    },
  });
  expect(formatLicences(parseLicences(text))).toEqual([
    "ISC                  1 of the program, 1 of its tools",
    "none                 1 of the program, 0 of its tools",
  ]);
});
