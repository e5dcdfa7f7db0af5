import { z } from "zod";
import { askServer } from "../../doctor/ask-server.ts";
import { compareClocks } from "../../doctor/clock.ts";
import { broken, type Finding, look, well } from "../../doctor/finding.ts";
import { wayOut } from "../../net/way-out.ts";
import type { Clock } from "../../schedule/clock.ts";
import type { TelegramSettings } from "./open-door.ts";

const me = z.object({ result: z.object({ username: z.string() }) });
const refused = z.object({ description: z.string() });
const webhookInfo = z.object({
  result: z.object({
    url: z.string(),
    pending_update_count: z.int(),
    last_error_date: z.int().optional(),
    last_error_message: z.string().optional(),
  }),
});
type WebhookInfo = z.output<typeof webhookInfo>["result"];

const part = "Telegram";

/** Milliseconds for which Telegram's last complaint about the webhook is news. */
const recent = 86_400_000;

/** Updates that wait although somebody takes them. */
const many = 100;

/** Asks Telegram who the bot is, what the time is, and how it hands over updates. Changes nothing there. */
export async function inspectTelegram(
  { token, apiRoot, intake, proxy }: Pick<TelegramSettings, "token" | "apiRoot" | "intake" | "proxy">,
  clock: Clock,
): Promise<Finding[]> {
  const { host } = new URL(apiRoot);
  const by = wayOut({ proxy });
  const ask = (method: string) => askServer(`${apiRoot}/bot${token}/${method}`, { method: "GET", by });
  const answer = await ask("getMe");
  if (answer.kind === "silence")
    return [broken(part, `${host} does not answer (${answer.code})`, "Look at the network, and at TELEGRAM_PROXY.")];
  const known = me.safeParse(answer.body);
  if (!known.success) {
    if (answer.status === 401 || answer.status === 404)
      return [broken(part, "does not know this BOT_TOKEN", "Copy it again from @BotFather.")];
    const { data } = refused.safeParse(answer.body);
    const said = data?.description ?? "not Telegram's way to answer";
    return [broken(part, `${host} refuses (${answer.status}: ${said})`, "Look at BOT_TOKEN and TELEGRAM_API_ROOT.")];
  }
  const findings = [well(part, `the bot is @${known.data.result.username}`)];
  findings.push(...compareClocks(host, clock.now(), answer.headers["date"]));
  const info = await ask("getWebhookInfo");
  const { data } = webhookInfo.safeParse(info.kind === "answer" ? info.body : undefined);
  if (data === undefined)
    return [...findings, look(part, "does not say how it hands over updates", "Ask again in a minute.")];
  return [...findings, ...judge(data.result, intake, clock.now())];
}

function judge(info: WebhookInfo, intake: TelegramSettings["intake"], now: Date): Finding[] {
  const findings: Finding[] = [];
  const start = "Start the bot: it tells Telegram at each start.";
  if (intake.mode === "polling" && info.url !== "")
    findings.push(look(part, `sends updates to ${new URL(info.url).host}, and MODE is polling`, start));
  else if (intake.mode === "webhook" && info.url !== intake.url)
    findings.push(
      broken(part, `sends updates ${info.url === "" ? "nowhere" : `to ${info.url}`} instead of ${intake.url}`, start),
    );
  else
    findings.push(well(part, intake.mode === "webhook" ? `sends updates to ${intake.url}` : "is polled for updates"));
  const failedAt = (info.last_error_date ?? 0) * 1_000;
  if (intake.mode === "webhook" && now.getTime() - failedAt < recent)
    findings.push(
      look(
        part,
        `could not hand over an update at ${new Date(failedAt).toISOString()}: ${info.last_error_message ?? "no reason given"}`,
        "Look at the proxy in front of the bot, its certificate, and WEBHOOK_SECRET.",
      ),
    );
  if (info.pending_update_count >= many)
    findings.push(
      look(part, `${info.pending_update_count} updates wait there`, "See that the bot runs; else look at /metrics."),
    );
  return findings;
}
