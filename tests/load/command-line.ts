import { parseArgs } from "node:util";

export interface CommandLine {
  /** Whether it is named by --only; without, all are wanted but those that have to be asked for. */
  isWanted(name: string, hasToBeAskedFor?: boolean): boolean;
  quick: boolean;
  json: boolean;
  /** How long what lasts as long as one likes is to last. */
  minutes: number | undefined;
}

/** Reads --only, --quick, --json and --minutes; ends the program with a sentence when they make no sense. */
export function readCommandLine(names: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        quick: { type: "boolean" },
        json: { type: "boolean" },
        minutes: { type: "string" },
      },
    });
    const only = values.only?.split(",");
    const unknown = (only ?? []).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}; there are ${names.join(", ")}.`);
    const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
    if (minutes !== undefined && !(minutes > 0)) throw new Error("--minutes takes a number.");
    const isWanted = (name: string, hasToBeAskedFor = false) => only?.includes(name) ?? !hasToBeAskedFor;
    return { isWanted, quick: values.quick ?? false, json: values.json ?? false, minutes };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
