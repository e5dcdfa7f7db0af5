import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { it } from "vitest";

/**
 * Where the official contract of MAX and recorded updates lie, outside of the repository: in a folder `shared/data` beside it or
 * above. Undefined where they are not there.
 */
export function recordedIn(name: string): string | undefined {
  const folders = ["../../../shared/data/", "../../../../shared/data/"];
  const paths = folders.map((folder) => fileURLToPath(new URL(`${folder}${name}`, import.meta.url)));
  return paths.find((path) => existsSync(path));
}

/** Says aloud that the tests of a file are skipped because there is nothing recorded. */
export function tellSkipped(isThere: boolean): void {
  if (isThere) return;
  it.skip("SKIPPED: the recordings of MAX are not beside this repository (shared/data)", () => {});
  console.warn("Tests against recordings of MAX are skipped: shared/data is not there.");
}
