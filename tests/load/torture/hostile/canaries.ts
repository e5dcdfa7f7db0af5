import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../../bot/database/server/free-port.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { Failure } from "../../../../playground/api/faults.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { type BotProcess, runUntilExit, startBot } from "../../bot-process.ts";
import { environment, webhookSecret } from "../intake.ts";
import { refuseEachCall, secrets } from "./refused-calls.ts";

export interface Sung {
  /** Characters of output that were searched. */
  searched: number;
  errorPaths: number;
  /** Which secrets were found, with a little of what stands before them; and starts that did not end with a sentence. */
  leaks: string[];
}

const token = "7654321098:CANARY-bot-token-never-to-be-written";
const phone = "+79035550123";
const words = "канарейка в сообщении";
const name = "Канарейкина";
const password = "canary-password";

const canaries: readonly string[] = [
  token,
  token.slice(token.indexOf(":") + 1),
  phone,
  phone.slice(2),
  words,
  name,
  password,
  webhookSecret,
];

const failures: readonly Failure[] = [
  "reset before accepting",
  "reset after accepting",
  "500 html",
  { code: 500, description: "Internal Server Error" },
  { code: 401, description: "Unauthorized" },
  { code: 403, description: "Forbidden: bot was blocked by the user" },
  { code: 404, description: "Not Found" },
  { code: 409, description: "Conflict: terminated by other getUpdates request" },
  { code: 400, description: "Bad Request: chat not found" },
  { code: 429, description: "Too Many Requests: retry after 300", retryAfter: 300 },
];

/** Lets every error path run with secrets in its way, on the most talkative log level, and looks for them in all that came out. */
export async function singCanaries(databaseUrl: string): Promise<Sung> {
  const heard: string[] = [];
  for (const mode of ["polling", "webhook"] as const) {
    const telegram = await startTelegram({ clock: systemClock, token, limits: "lifted", webhookDelay: () => 50 });
    const env = { ...(await environment(telegram, databaseUrl, mode)), LOG_LEVEL: "trace" };
    const bot = await startBot(env);
    const person = telegram.person(name, { languageCode: "ru", phoneNumber: phone });
    for (const failure of failures) {
      const end = telegram.fail({ with: failure });
      void person.says(`${words} ½ ﷺ \u0000`);
      void person.sharesContact();
      void person.tapsData(1, `s:${words}`);
      void person.asksInline(words).catch(() => {});
      await sleep(150);
      end();
      await sleep(50);
    }
    if (mode === "webhook") await knock(bot, person.user.id);
    heard.push(await readPages(bot));
    await bot.stop();
    heard.push(bot.output());
    await telegram.close();
  }
  const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: "http://127.0.0.1:9", DATABASE_URL: databaseUrl, PORT: "0" };
  // Telegram is nowhere: the bot keeps trying.
  heard.push((await runUntilExit(env, 8_000)).output);
  const wrongDatabase = Object.assign(new URL(databaseUrl), { password }).href;
  const noDatabase = Object.assign(new URL(databaseUrl), { password, port: String(await freePort()) }).href;
  for (const url of [wrongDatabase, noDatabase, wrongDatabase.replace("postgresql", "mysql")]) {
    heard.push((await runUntilExit({ ...env, DATABASE_URL: url })).output);
  }
  heard.push((await runUntilExit({ ...env, BOT_TOKEN: `${token}!` })).output);
  heard.push((await runUntilExit({ ...env, MODE: "webhook", WEBHOOK_SECRET: `${webhookSecret}!` })).output);
  const refused = await refuseEachCall(databaseUrl);
  heard.push(refused.heard);
  const text = heard.join("\n");
  const leaks = [...canaries, ...Object.values(secrets)].flatMap((canary) => {
    const at = text.indexOf(canary);
    return at < 0 ? [] : [`${canary}: …${text.slice(Math.max(0, at - 200), at + canary.length)}`];
  });
  const errorPaths = failures.length * 2 + 7 + refused.starts;
  return { searched: text.length, errorPaths, leaks: [...leaks, ...refused.unkind] };
}

/** Calls of nobody we know: no secret, a wrong one, and a body that breaks a handler. */
async function knock(bot: BotProcess, id: number): Promise<void> {
  const from = { id, is_bot: false, first_name: name };
  const bodies = [
    {},
    { update_id: 1, message: null },
    { update_id: 2, message: { from, text: words } },
    { update_id: 3, callback_query: { from, data: words } },
  ];
  for (const secret of ["", "wrong", webhookSecret]) {
    for (const body of bodies) {
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
      await fetch(`http://127.0.0.1:${bot.port}/telegram/updates`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
    }
  }
}

async function readPages(bot: BotProcess): Promise<string> {
  const pages = ["metrics", "healthz", "readyz", "telegram/updates", "nowhere", `bot${token}/getMe`];
  const read = async (page: string) => (await fetch(`http://127.0.0.1:${bot.port}/${page}`)).text();
  return (await Promise.all(pages.map(read))).join("\n");
}
