import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { startTelegram, type Telegram } from "../../../../playground/telegram.ts";
import { poisons, poisonText } from "../../../foreign/poison.ts";
import { administer } from "../../../support/administer.ts";
import { words } from "../../../support/words.ts";
import { untilNone } from "../../until-none.ts";
import { type Mode, startOn } from "../intake.ts";

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

const t = words.for("en");

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
      if ((await untilNone(() => Number(admin.latest?.id === before))) > 0) unanswered.push(what);
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
    const isAnswered = (await untilNone(() => Number(admin.latest?.id === before))) === 0;
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

const paths = {
  import: [t("programme.title"), t("importing.button"), t("importing.send")],
  paste: [t("programme.title"), t("programme.button.paste")],
} as const;

/** Presses the buttons from /staff to a question. By polling an update is confirmed before it is answered: each screen is waited for. */
async function opens(admin: Person, question: keyof typeof paths): Promise<void> {
  const path = paths[question];
  const steps = [() => admin.says("/staff"), ...path.map((label) => () => admin.taps(label))];
  for (const [place, step] of steps.entries()) {
    const before = admin.screen;
    const next = path[place] ?? "";
    await step();
    await untilNone(() => Number(admin.screen === before || !admin.screen.includes(next)));
  }
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
