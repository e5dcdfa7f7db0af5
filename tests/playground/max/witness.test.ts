import { Bot, Keyboard, MaxError } from "@maxhub/max-bot-api";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Max } from "../../../playground/max/max.ts";
import { openMax } from "./open-max.ts";

/** A bot of MAX's own makers: what it takes for an answer of MAX is one. */
function officialBot(max: Max, token = max.token): Bot {
  const bot = new Bot(token, { clientOptions: { baseUrl: max.apiRoot } });
  onTestFinished(() => bot.stopPolling());
  return bot;
}

describe("the official client", () => {
  it("learns who it is", async () => {
    const max = await openMax();
    const me = await officialBot(max).api.getMyInfo();
    expect([me.user_id, me.username]).toEqual([max.bot.user_id, max.bot.username]);
  });

  it("is refused with a wrong token", async () => {
    const max = await openMax();
    await expect(officialBot(max, "wrong").api.getMyInfo()).rejects.toBeInstanceOf(MaxError);
  });

  it("talks with somebody from the first word to the answered press", async () => {
    const max = await openMax({ limits: "lifted" });
    const bot = officialBot(max);
    const seen: string[] = [];
    bot.on("bot_started", async (ctx) => {
      seen.push(`started ${ctx.startPayload}`);
      await ctx.reply("Сәлам!", {
        attachments: [Keyboard.inlineKeyboard([[Keyboard.button.callback("Бүген", "today")]])],
      });
    });
    bot.on("message_created", async (ctx) => {
      seen.push(`said ${ctx.message.body.text}`);
      await ctx.reply("<b>hi</b>", { format: "html" });
    });
    bot.action("today", async (ctx) => {
      await ctx.answerOnCallback({ message: { text: "Кич белән", attachments: [] } });
    });
    void bot.start();
    const alsu = max.person("Алсу");
    await alsu.starts("o_1");
    await expect.poll(() => alsu.screen).toBe("Сәлам!\n[Бүген]");
    await alsu.taps("Бүген");
    await expect.poll(() => alsu.screen).toBe("Кич белән");
    await alsu.says("хай");
    await expect.poll(() => alsu.latest?.markup).toHaveLength(1);
    expect(seen).toEqual(["started o_1", "said хай"]);
  });

  it("uploads a picture and a file, edits and deletes", async () => {
    const max = await openMax({ limits: "lifted" });
    const { api } = officialBot(max);
    const alsu = max.person("Алсу", { hasStarted: true });
    const image = await api.uploadImage({ source: Buffer.from("picture") });
    await api.sendMessageToUser(alsu.user.id, "picture", { attachments: [image.toJson()] });
    const file = await api.uploadFile({ source: Buffer.from("file") });
    const sent = await api.sendMessageToUser(alsu.user.id, "file", { attachments: [file.toJson()] });
    expect(alsu.chat.map(({ attachments }) => attachments.map(({ type }) => type))).toEqual([["image"], ["file"]]);
    await api.editMessage(sent.body.mid, { text: "changed" });
    alsu.sees("changed");
    await api.deleteMessage(sent.body.mid);
    expect(alsu.chat).toHaveLength(1);
  });

  it("subscribes, lists and unsubscribes", async () => {
    const max = await openMax();
    const { api } = officialBot(max);
    const url = "https://ishek.example/max/updates";
    await api.raw.subscriptions.subscribe({ url, secret: "abcdef" });
    const { subscriptions } = await api.raw.subscriptions.getSubscriptions();
    expect(subscriptions.map((each) => each.url)).toEqual([url]);
    await api.raw.subscriptions.unsubscribe({ url });
    expect(max.subscriptions).toEqual([]);
  });
});
