/** `npm run doctor`: looks at all that the bot stands on, and says of each part what to do; code 1 where something is broken. */
import { diagnose } from "../bot/doctor/diagnose.ts";
import { exitCodeOf, formatFindings } from "../bot/doctor/finding.ts";
import { systemClock } from "../bot/schedule/clock.ts";
import { secretsIn, withoutSecrets } from "../bot/secrets.ts";
import { attempt } from "./run-command.ts";

await attempt(async () => {
  const findings = await diagnose(process.env, systemClock);
  console.log(withoutSecrets(formatFindings(findings), secretsIn(process.env)));
  return exitCodeOf(findings);
});
