import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "../../../../playground/people/person.ts";

/** Acts under way at most: who finds all taken stays away, so that a slow bot is not buried. */
const mostUnderWay = 50;

const sayings = ["Сегодня вечером", "/classes", "/my", "/settings", "/weekend", "/help", "джаз", "выставка в субботу"];

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/**
 * People who look around without a goal: they mostly press a button that they see, now and then write something, ask
 * inline, or leave and come back. A few do so all the time and most hardly ever, as in life. Resolves, when `isOver`, with
 * how much was done.
 */
export async function wander(
  people: readonly Person[],
  { perSecond, random, isOver }: { perSecond: number; random: () => number; isOver: () => boolean },
): Promise<number> {
  const underWay = new Set<Promise<unknown>>();
  const started = performance.now();
  let done = 0;
  for (let due = 0; !isOver(); await sleep(10)) {
    for (const now = ((performance.now() - started) / 1_000) * perSecond; due < now; due += 1) {
      const person = people[Math.floor(random() ** 3 * people.length)];
      if (person === undefined || underWay.size >= mostUnderWay) continue;
      done += 1;
      const act = perform(person, random).finally(() => underWay.delete(act));
      underWay.add(act);
    }
  }
  await Promise.all(underWay);
  return done;
}

async function perform(person: Person, random: () => number): Promise<unknown> {
  const dice = random();
  const buttons = person.latest?.keyboard.flat().filter((button) => "callback_data" in button) ?? [];
  const button = pick(buttons, random);
  if (dice < 0.6 && button) return person.tapsData(person.latest?.id ?? 0, button.callback_data);
  // Telegram answers these by itself when the bot does not in time.
  if (dice > 0.97) return person.asksInline("джаз").catch(() => {});
  if (dice > 0.96) {
    await person.blocksBot();
    return person.unblocksBot();
  }
  return person.says(pick(sayings, random) ?? "");
}
