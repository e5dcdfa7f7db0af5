import { parseArgs } from "node:util";

/** Reads --only, --quick and --json; ends the program with a sentence when they make no sense. */
export function readCommandLine(names: readonly string[]): { only: readonly string[]; quick: boolean; json: boolean } {
  try {
    const { values } = parseArgs({
      options: { only: { type: "string" }, quick: { type: "boolean" }, json: { type: "boolean" } },
    });
    const only = values.only?.split(",") ?? names;
    const unknown = only.filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}; there are ${names.join(", ")}.`);
    return { only, quick: values.quick ?? false, json: values.json ?? false };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
