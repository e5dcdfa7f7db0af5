import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { Fault } from "../../../../playground/api/faults.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { type Environment, runUntilExit, startBot } from "../../bot-process.ts";
import { environment } from "../intake.ts";

/** What came of a start in which Telegram refused calls once. */
export interface RefusedStart {
  calls: string;
  code: number;
  /** The exit code; 0 where the bot became ready nevertheless, and was stopped. */
  exit: number | null;
  /** What it said beside its log. */
  said: string;
  output: string;
}

/** Calls without which the start cannot go on, and those that only introduce the bot. */
const needed = ["getMe", "deleteWebhook", "setWebhook"] as const;
export const cosmetic = ["setMyCommands", "setMyDescription", "setMyShortDescription"] as const;
const codes = [400, 401, 404, 409, 500] as const;

/** Secrets in all places where a start takes them from. */
export const secrets = {
  BOT_TOKEN: "7654321098:CANARY-token-never-to-be-written",
  WEBHOOK_SECRET: "CANARY-webhook-secret",
  ZOOM_ACCOUNT_ID: "CANARY-zoom-account",
  ZOOM_CLIENT_ID: "CANARY-zoom-client",
  ZOOM_CLIENT_SECRET: "CANARY-zoom-client-secret",
  ZOOM_WEBHOOK_SECRET: "CANARY-zoom-webhook-secret",
};

/** Starts the bot while Telegram refuses these calls, once each, and tells back the secrets it was given. */
export async function startRefused(
  databaseUrl: string,
  calls: readonly string[],
  code: (typeof codes)[number],
): Promise<RefusedStart> {
  const telegram = await startTelegram({ clock: systemClock, token: secrets.BOT_TOKEN, limits: "lifted" });
  const description = `Refused: ${secrets.WEBHOOK_SECRET} of ${secrets.BOT_TOKEN}`;
  for (const method of calls) telegram.fail({ method, times: 1, with: { code, description } } satisfies Fault);
  const mode = calls.includes("setWebhook") ? "webhook" : "polling";
  const { BOT_TOKEN: _, ...others } = secrets;
  const env: Environment = {
    ...(await environment(telegram, databaseUrl, mode)),
    ...others,
    ZOOM_API_ROOT: "http://127.0.0.1:9",
    ZOOM_OAUTH_ROOT: "http://127.0.0.1:9",
    LOG_LEVEL: "trace",
  };
  const goesOn = code === 500 || cosmetic.some((method) => calls.includes(method));
  try {
    const { code: exit, output } = goesOn ? await runAndStop(env) : await runUntilExit(env);
    const said = output.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
    return { calls: calls.join(", "), code, exit, said: said.join("\n"), output };
  } finally {
    await telegram.close();
  }
}

/** Starts the bot once for each call and code, and returns all that was written and which starts ended otherwise than they should. */
export async function refuseEachCall(
  databaseUrl: string,
): Promise<{ starts: number; heard: string; unkind: string[] }> {
  const heard: string[] = [];
  const unkind: string[] = [];
  for (const calls of [...needed.map((method) => [method]), cosmetic]) {
    for (const code of codes) {
      const { exit, said, output } = await startRefused(databaseUrl, calls, code);
      heard.push(output);
      const goesOn = code === 500 || calls.length > 1;
      const isKind = goesOn ? exit === 0 && said === "" : exit === 1 && said !== "" && !said.includes("\n");
      if (!isKind) unkind.push(`${calls.join(", ")} ${code}: ${said}`);
    }
  }
  return { starts: heard.length, heard: heard.join("\n"), unkind };
}

async function runAndStop(env: Environment): Promise<{ code: number | null; output: string }> {
  const bot = await startBot(env);
  const { code } = await bot.stop();
  return { code, output: bot.output() };
}
