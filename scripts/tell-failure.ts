import { explain, explainBug } from "../bot/explain.ts";
import { secretsIn, withoutSecrets } from "../bot/secrets.ts";

/**
 * Tells an operator in one sentence why a command failed, after `before` where it is no mistake of theirs. A stack trace helps
 * nobody, and what hangs on an error may be secret.
 */
export function tellFailure(error: unknown, before = ""): void {
  console.error(withoutSecrets(explain(error) ?? `${before}${explainBug(error)}`, secretsIn(process.env)));
}
