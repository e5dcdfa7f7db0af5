import { fileURLToPath } from "node:url";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { loadWords } from "../../../bot/words/messages/translator.ts";
import type { Person } from "../../../playground/people/person.ts";
import { startTelegram, type Telegram } from "../../../playground/telegram.ts";
import { poisons, poisonText } from "../../foreign/poison.ts";
import { administer } from "../../support/administer.ts";
import { type Mode, startOn } from "./intake.ts";

export interface Poisoned {
  sent: number;
  /** Poisons that their sender heard nothing of. */
  unanswered: string[];
  /** Milliseconds that somebody else waited for an answer beside a poison, at most. */
  othersWait: number;
  /** How the bot ended while it read the last one. */
  stop: { code: number | null; milliseconds: number };
  /** After the restart: the poison that came again was answered, and somebody else as well. */
  isOver: boolean;
}

const t = loadWords(fileURLToPath(new URL("../../../locales", import.meta.url))).for("en");

/** Sends every file that once stopped the bot, and the text, as staff; then stops the bot in the middle of one and starts it again. */
export async function poisonChat(databaseUrl: string, mode: Mode): Promise<Poisoned> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted", webhookDelay: () => 50 });
  try {
    const running = await startOn(telegram, databaseUrl, mode);
    const admin = await openAdmin(telegram, databaseUrl);
    const neighbour = telegram.person("Neighbour", { languageCode: "en" });
    await neighbour.says("/start");

    const unanswered: string[] = [];
    let othersWait = 0;
    const send = async (what: string, sending: () => Promise<void>): Promise<void> => {
      const before = admin.latest?.id;
      const sent = sending();
      othersWait = Math.max(othersWait, await answerTime(telegram, neighbour));
      await sent;
      if (admin.latest?.id === before) unanswered.push(what);
    };
    for (const { what, name, bytes } of poisons) {
      await opens(admin, "import");
      await send(what, () => admin.sendsDocument(name, bytes()));
    }
    await opens(admin, "paste");
    await send("a pasted text", () => admin.says(poisonText));

    const slowest = poisons.at(-1);
    if (slowest === undefined) throw new Error("there are poisons");
    await opens(admin, "import");
    const before = admin.latest?.id;
    const sent = admin.sendsDocument(slowest.name, slowest.bytes());
    await answerTime(telegram, neighbour);
    const stop = await running.bot.stop();
    const bot = await running.again();
    await sent;
    const isAnswered = admin.latest?.id !== before;
    await answerTime(telegram, neighbour);
    const isOver = isAnswered && !bot.hasExited();
    await bot.stop();
    return { sent: poisons.length + 1, unanswered, othersWait, stop, isOver };
  } finally {
    await telegram.close();
  }
}

async function openAdmin(telegram: Telegram, databaseUrl: string): Promise<Person> {
  const admin = telegram.person("Admin", { languageCode: "en" });
  await admin.says("/start");
  await administer(
    databaseUrl,
    `INSERT INTO "StaffRole" ("personId", "role", "origin", "grantedAt") SELECT "personId", 'admin', 'command', now() FROM "Address" WHERE "externalId" = '${admin.user.id}'`,
  );
  return admin;
}

async function opens(admin: Person, what: "import" | "paste"): Promise<void> {
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  if (what === "paste") return void (await admin.taps(t("programme.button.paste")));
  await admin.taps(t("importing.button"));
  await admin.taps(t("importing.send"));
}

/** Milliseconds until somebody's question is answered. */
async function answerTime(telegram: Telegram, person: Person): Promise<number> {
  const started = performance.now();
  const heard = Promise.withResolvers<void>();
  const unsubscribe = telegram.subscribe((change) => {
    if (change.kind === "sent" && change.message.from?.is_bot && change.chatId === person.user.id) heard.resolve();
  });
  const asked = person.says("/help");
  await heard.promise;
  unsubscribe();
  const took = performance.now() - started;
  await asked;
  return took;
}
