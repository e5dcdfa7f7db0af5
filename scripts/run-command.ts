import { explain, explainBug } from "../bot/explain.ts";
import { secretsIn, withoutSecrets } from "../bot/secrets.ts";

interface Command<Asked> {
  usage: string;
  /** Reads the words behind the command; a sentence when they do not say what to do. */
  parse(args: string[]): Asked | string;
  /** Does it; resolves to the exit code. */
  run(asked: Asked): Promise<number>;
  /** What stands after a failure that is no mistake of the operator's: "Nothing was changed. " */
  onBug?: string;
}

/** Runs a command of an operator by the words that came with it, and sets the exit code: 2 when these say nothing. */
export async function runCommand<Asked>({ usage, parse, run, onBug }: Command<Asked>): Promise<void> {
  const asked = parse(process.argv.slice(2));
  if (typeof asked === "string") {
    console.error(`${asked}\n\n${usage}`);
    process.exitCode = 2;
  } else await attempt(() => run(asked), onBug);
}

/**
 * Does what a command is for, and sets the exit code. A failure is told in one sentence, after `before` where it is no mistake
 * of the operator's: a stack trace helps nobody, and what hangs on an error may be secret.
 */
export async function attempt(run: () => Promise<number>, before = ""): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(withoutSecrets(explain(error) ?? `${before}${explainBug(error)}`, secretsIn(process.env)));
    process.exitCode = 1;
  }
}
