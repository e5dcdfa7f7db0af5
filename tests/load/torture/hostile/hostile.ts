import fc from "fast-check";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { startTelegram, type Telegram } from "../../../../playground/telegram.ts";
import type { BotProcess } from "../../bot-process.ts";
import { startOn, webhookSecret } from "../intake.ts";
import { forgedData, hostileText } from "./hostile-text.ts";
import { malformedUpdate, strangeUpdate } from "./hostile-updates.ts";

export interface Endured {
  /** What people did: messages, taps, inline queries, edits, leaving and coming back. */
  acts: number;
  /** Updates that no Telegram sends, straight to the webhook. */
  malformed: number;
  /** Acts without any answer, the first few in full. */
  unanswered: string[];
  /** Messages to somebody who had not asked. */
  stray: number;
  /** What Telegram would not have taken, HTML errors among them. */
  violations: string[];
  /** Error lines of the bot's log about the acts of people. */
  errors: string[];
  /** HTTP statuses of the malformed ones, with how often they came. */
  statuses: Record<string, number>;
  lives: boolean;
}

type Act = {
  kind: "says" | "taps" | "asks inline" | "sends" | "moves" | "edits" | "leaves";
  text: string;
  data: string;
  n: number;
};

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    "says",
    "says",
    "says",
    "taps",
    "taps",
    "taps",
    "asks inline",
    "sends",
    "moves",
    "edits",
    "leaves",
  ),
  text: hostileText,
  data: forgedData,
  n: fc.nat(1_000_000),
});

/** Takes the bot through so many generated acts and malformed updates; the same seed makes the same ones. */
export async function endureHostility(
  databaseUrl: string,
  options: { acts: number; malformed: number; people: number; seed: number },
): Promise<Endured> {
  const telegram = await startTelegram({
    clock: systemClock,
    limits: "lifted",
    keepMessages: 5,
    webhookDelay: () => 100,
  });
  try {
    const { bot } = await startOn(telegram, databaseUrl, "webhook");
    const { unanswered, stray } = await actAll(telegram, options);
    // Before the malformed ones, which may be told from a mistake of the bot by nobody.
    const errors = bot
      .output()
      .split("\n")
      .filter((line) => /"level":(50|60)/.test(line))
      .map((line) => line.slice(0, 400));
    const statuses = await sendMalformed(telegram, bot, options);
    const lives = await answersStill(telegram, bot);
    await bot.stop();
    return {
      acts: options.acts,
      malformed: options.malformed,
      unanswered,
      stray,
      violations: [...telegram.violations.filter((said) => !isEchoed(said)), ...telegram.unknownMethods],
      errors,
      statuses,
      lives,
    };
  } finally {
    await telegram.close();
  }
}

/** An id of another type can only be the one that the malformed update itself had. */
const isEchoed = (violation: string) => /parameter "\w+_id": Invalid input/.test(violation);

async function actAll(telegram: Telegram, { acts, people, seed }: { acts: number; people: number; seed: number }) {
  const names = fc.sample(hostileText, { numRuns: people, seed });
  const crowd = names.map((name, index) =>
    telegram.person(`${index} ${name}`.slice(0, 64), { languageCode: ["ru", "tt", "en", "xx", ""][index % 5] ?? "ru" }),
  );
  const group = telegram.group("<b>Group", crowd);
  const heard = new Map<number, number>();
  const acting = new Set<number>();
  let stray = 0;
  const hears = (id: number) => heard.set(id, (heard.get(id) ?? 0) + 1);
  const unsubscribe = telegram.subscribe((change) => {
    if (change.kind === "callback answered") hears(change.personId);
    if ((change.kind !== "sent" && change.kind !== "edited") || !change.message.from?.is_bot) return;
    hears(change.chatId);
    if (change.chatId > 0 && !acting.has(change.chatId)) stray += 1;
  });
  const unanswered: string[] = [];
  const perPerson = Math.ceil(acts / people);
  await Promise.all(
    crowd.map(async (person, index) => {
      const id = person.user.id;
      // Generated a hundred at a time: a hundred thousand at once would be a gigabyte of text.
      for (let done = 0; done < perPerson; done += 100) {
        const count = Math.min(100, perPerson - done);
        for (const each of fc.sample(act, { numRuns: count, seed: seed + index * 1_000_003 + done })) {
          const before = heard.get(id) ?? 0;
          acting.add(id);
          const wantsAnswer = await perform(person, each, group).catch((error: unknown) => String(error));
          acting.delete(id);
          if (wantsAnswer === false || (wantsAnswer === true && (heard.get(id) ?? 0) > before)) continue;
          unanswered.push(
            `${each.kind} ${JSON.stringify(each.kind === "taps" ? each.data : each.text.slice(0, 60))} ${wantsAnswer}`,
          );
        }
      }
    }),
  );
  unsubscribe();
  for (const { data } of telegram.unansweredCallbacks) unanswered.push(`tap on ${JSON.stringify(data)}`);
  return { unanswered, stray };
}

/** Resolves when the bot has confirmed the act, with whether the person must have heard something. */
async function perform(
  person: Person,
  { kind, text, data, n }: Act,
  group: ReturnType<Telegram["group"]>,
): Promise<boolean> {
  switch (kind) {
    case "says":
      await person.says(text);
      return true;
    case "taps":
      await person.tapsData(n % 2 === 0 ? (person.latest?.id ?? 1) : n, realOr(person, data, n));
      return true;
    case "asks inline":
      await person.asksInline(text.slice(0, 256));
      return false;
    case "sends":
      await person.sends(contents[n % contents.length] ?? {});
      return true;
    case "moves":
      await person.sharesLocation((n % 181) - 90, (n % 361) - 180);
      return true;
    case "edits":
      await group.says(person, n % 3 === 0 ? `/tonight@${"ishek_playground_bot"}` : text);
      return false;
    case "leaves":
      await person.blocksBot();
      await person.unblocksBot();
      return false;
  }
}

/** Mostly forged; now and then a button that is really there, so that dialogues and screens are reached too. */
function realOr(person: Person, forged: string, n: number): string {
  if (n % 3 !== 0) return forged;
  const buttons = person.latest?.keyboard.flat() ?? [];
  const button = buttons[n % Math.max(1, buttons.length)];
  return button && "callback_data" in button ? button.callback_data : forged;
}

const file = { file_id: "f", file_unique_id: "f" };
const contents: Parameters<Person["sends"]>[0][] = [
  { sticker: { ...file, type: "regular", width: 512, height: 512, is_animated: false, is_video: false } },
  { photo: [{ ...file, width: 1, height: 1 }], caption: "<b>" },
  { voice: { ...file, duration: 1 } },
  { document: { ...file, file_name: "../../etc/passwd" } },
  { contact: { phone_number: "+79001234567", first_name: "Canary" } },
  { dice: { emoji: "🎲", value: 6 } },
  { venue: { location: { latitude: 0, longitude: 0 }, title: "<i>", address: "&" } },
  {
    poll: {
      id: "1",
      question: "?",
      options: [],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: "regular",
      allows_multiple_answers: false,
    } as never,
  },
  { text: "" },
  {},
];

async function sendMalformed(
  telegram: Telegram,
  bot: BotProcess,
  { malformed, seed }: { malformed: number; seed: number },
): Promise<Record<string, number>> {
  const updates = fc.oneof(malformedUpdate, strangeUpdate(telegram.people.map(({ user }) => user)));
  const statuses: Record<string, number> = {};
  let updateId = 4_000_000_000;
  let left = malformed;
  const lane = async (index: number) => {
    for (let round = 0; left > 0; round += 1) {
      const count = Math.min(50, left);
      left -= count;
      for (const update of fc.sample(updates, { numRuns: count, seed: seed + index * 7_919 + round })) {
        const body = JSON.stringify({ ...update, update_id: updateId++ });
        const status = await post(bot.port, body);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, index) => lane(index)));
  for (const body of ["", "{", "[]", "null", "{}", '{"update_id":"1"}', '{"update_id":1e400}', "x".repeat(2_000_000)]) {
    const status = `${await post(bot.port, body)} (no update)`;
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

async function post(port: number, body: string, secret = webhookSecret): Promise<string> {
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  try {
    const response = await fetch(`http://127.0.0.1:${port}/telegram/updates`, { method: "POST", headers, body });
    await response.text();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? `broken: ${error.message}` : "broken";
  }
}

async function answersStill(telegram: Telegram, bot: BotProcess): Promise<boolean> {
  if (bot.hasExited()) return false;
  const survivor = telegram.person("Survivor", { languageCode: "en" });
  await survivor.says("/help");
  return survivor.latest !== undefined;
}
