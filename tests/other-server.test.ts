import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "../bot/database/server/free-port.ts";
import { startBot } from "./load/bot-process.ts";
import { testDatabase } from "./support/database.ts";
import { patience } from "./support/patience.ts";

/** A Bot API server that is not ours: what answers there does not lean on a habit of the playground. */
async function foreignTelegram() {
  const server = new TelegramServer({ port: await freePort(), host: "127.0.0.1" });
  await server.start();
  onTestFinished(async () => void (await server.stop()));
  return server;
}

describe("another Bot API server", () => {
  it.each(["polling", "webhook"])("is served by %s", async (mode) => {
    const server = await foreignTelegram();
    const { url } = await testDatabase();
    const port = await freePort();
    const bot = await startBot({
      BOT_TOKEN: "sampleToken",
      TELEGRAM_API_ROOT: server.config.apiURL,
      DATABASE_URL: url,
      PORT: String(port),
      MODE: mode,
      ...(mode === "webhook" ? { WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/updates` } : {}),
    });
    onTestFinished(async () => void (await bot.stop()));
    const client = server.getClient("sampleToken", { timeout: patience, firstName: "Kate" });
    await client.sendCommand(client.makeCommand("/start"));
    const { result } = await client.getUpdates();
    expect(result[0]?.message.text).toContain("Здравствуйте, Kate!");
  });
});
