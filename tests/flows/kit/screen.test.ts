import { expect, test } from "vitest";
import type { BotContext } from "../../../bot/context.ts";
import { menuCallback as first, muteCallback as second } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { onCallback } from "../../../flows/kit/on-callback.ts";
import { onCommand } from "../../../flows/kit/on-command.ts";
import { privatePartOf, Screen } from "../../../flows/kit/screen.ts";

/** What layers see of an update. */
const update = (part: { text?: string; data?: string; chat?: string }): BotContext =>
  ({
    me: { username: "ishek_bot" },
    chat: { type: part.chat ?? "private" },
    message: part.text === undefined ? undefined : { text: part.text },
    callbackQuery: part.data === undefined ? undefined : { data: part.data },
  }) as unknown as BotContext;

test("layers come one after another, and each decides whether the next one does", async () => {
  const asked: string[] = [];
  const layers = new Screen(
    async (_, next) => {
      asked.push("around");
      await next();
      asked.push("after");
    },
    new Screen((_, next) => {
      asked.push("composer");
      return next();
    }),
    () => void asked.push("last"),
    () => void asked.push("never"),
  );
  await layers.middleware()(update({}), async () => void asked.push("beyond"));
  expect(asked).toEqual(["around", "composer", "last", "after"]);
});

test("what no layer answers goes on, and what one throws comes back", async () => {
  let isBeyond = false;
  await new Screen((_, next) => next()).middleware()(update({}), async () => {
    isBeyond = true;
  });
  expect(isBeyond).toBe(true);
  const failing = new Screen(
    (_, next) => next(),
    () => {
      throw new Error("broken");
    },
  );
  await expect(Promise.resolve(failing.middleware()(update({}), async () => {}))).rejects.toThrow("broken");
});

test("a press, and a command in any letters, reach their handler alone; for another bot, or with forged data, they go on", async () => {
  const screen = new Screen();
  const said: string[] = [];
  onCallback(screen, first, async () => void said.push("first"));
  onCallback(screen, second, async (_, id) => void said.push(`second ${id}`));
  onCommand(screen, ["tonight", "today"], async (_, rest) => void said.push(`command ${rest}`));
  const send = (part: Parameters<typeof update>[0]) =>
    Promise.resolve(screen.middleware()(update(part), async () => void said.push("on")));
  for (const data of [first.data(null), second.data(7), `${second.name}:-7`, "Unknown:", "nothing"])
    await send({ data });
  for (const text of ["/tonight", "/Today@Ishek_Bot  jazz\nat eight", "/tonight@other_bot", "/tonights", "tonight"])
    await send({ text });
  expect(said).toEqual(
    ["first", "second 7", "on", "on", "on"].concat(["command ", "command jazz\nat eight", "on", "on", "on"]),
  );
});

test("a second handler of one kind of button in a screen is a mistake in the code", () => {
  const screen = new Screen();
  onCallback(screen, first, async () => {});
  expect(() => onCallback(screen, first, async () => {})).toThrow(`"${first.name}"`);
});

test("what is for private chats alone is passed over elsewhere", async () => {
  const screen = new Screen();
  const said: string[] = [];
  onCommand(privatePartOf(screen), "my", async () => void said.push("mine"));
  for (const chat of ["private", "supergroup"])
    await screen.middleware()(update({ text: "/my", chat }), async () => void said.push("on"));
  expect(said).toEqual(["mine", "on"]);
});
