import { z } from "zod";
import type { MaxConfig } from "../../config/doors.ts";
import { askServer } from "../../doctor/ask-server.ts";
import { compareClocks } from "../../doctor/clock.ts";
import { broken, type Finding, look, well } from "../../doctor/finding.ts";
import { wayOut } from "../../net/way-out.ts";
import type { Clock } from "../../schedule/clock.ts";
import { isShut, refusalOf } from "./client/refusal.ts";
import { subscriptions } from "./intake/subscription.ts";

const me = z.object({ user_id: z.int(), username: z.string().nullish() });

const part = "MAX";

/** Asks MAX who the bot is, what the time is, and where it sends updates. Changes nothing there. */
export async function inspectMax(
  { token, apiRoot, intake, proxy, caFile }: MaxConfig,
  clock: Clock,
): Promise<Finding[]> {
  const { host } = new URL(apiRoot);
  let by: ReturnType<typeof wayOut>;
  try {
    by = wayOut({ proxy, caFile });
  } catch {
    return [broken(part, "the file of certificates cannot be read", "Look at MAX_CA_FILE.")];
  }
  const ask = (path: string) =>
    askServer(`${apiRoot}${path}`, { method: "GET", headers: { authorization: token }, by });
  const answer = await ask("/me");
  if (answer.kind === "silence")
    return [
      broken(part, `${host} does not answer (${answer.code})`, "Look at the network, MAX_PROXY and MAX_CA_FILE."),
    ];
  const refusal = refusalOf(answer);
  if (refusal !== undefined && isShut(refusal))
    return [broken(part, "does not know this MAX_BOT_TOKEN", "Copy it again from the bot's page in the cabinet.")];
  const known = me.safeParse(answer.body);
  if (refusal !== undefined || !known.success)
    return [broken(part, `${host} refuses (${answer.status} ${refusal?.code ?? ""})`, "Look at MAX_API_ROOT.")];
  const findings = [well(part, `the bot is ${known.data.username ?? known.data.user_id}`)];
  findings.push(...compareClocks(host, clock.now(), answer.headers["date"]));
  const listed = await ask("/subscriptions");
  const { data } = subscriptions.safeParse(listed.kind === "answer" ? listed.body : undefined);
  if (data === undefined)
    return [...findings, look(part, "does not say where it sends updates", "Ask again in a minute.")];
  const urls = data.subscriptions.map(({ url }) => url);
  const start = "Start the bot: it tells MAX at each start.";
  if (intake.mode === "polling")
    findings.push(
      urls.length === 0
        ? well(part, "is polled for updates")
        : look(part, `sends updates to ${urls.join(", ")}, and MAX_MODE is polling`, start),
    );
  else if (!urls.includes(intake.url))
    findings.push(broken(part, `does not send updates to ${intake.url}; it forgets addresses that fail`, start));
  else if (urls.length > 1) findings.push(look(part, `sends each update to ${urls.length} addresses`, start));
  else findings.push(well(part, `sends updates to ${intake.url}`));
  return findings;
}
