/**
 * The yardstick: a grammY bot that knows nothing and nobody. It gets the screens that Ishek showed and shows the same
 * ones again with the same API calls, by grammY's own webhook adapter. Started by the benchmark as a process of its own.
 */
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";
import type { UserFromGetMe } from "grammy/types";

/** What the benchmark hands over in the environment. */
export interface StatelessOptions {
  token: string;
  apiRoot: string;
  port: number;
  secret: string;
  botInfo: UserFromGetMe;
  /** By callback data; "" is the answer to a message. */
  screens: Record<string, { text: string; other: Record<string, unknown> }>;
}

const options = JSON.parse(process.env["STATELESS"] ?? "{}") as StatelessOptions;
const bot = new Bot(options.token, { botInfo: options.botInfo, client: { apiRoot: options.apiRoot } });

bot.on("message", async (ctx) => {
  const screen = options.screens[""];
  if (screen) await ctx.reply(screen.text, screen.other);
});
bot.on("callback_query:data", async (ctx) => {
  const screen = options.screens[ctx.callbackQuery.data];
  await Promise.all([ctx.answerCallbackQuery(), screen && ctx.editMessageText(screen.text, screen.other)]);
});

const callback = webhookCallback(bot, "http", { secretToken: options.secret });
createServer((request, response) => void callback(request, response)).listen(options.port, "127.0.0.1", async () => {
  const allowed_updates = ["message", "callback_query"] as const;
  await bot.api.setWebhook(`http://127.0.0.1:${options.port}/`, { secret_token: options.secret, allowed_updates });
  console.log("ready");
});
process.on("SIGTERM", () => process.exit(0));
