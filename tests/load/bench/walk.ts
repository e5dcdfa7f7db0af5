import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import type { Telegram } from "../../../playground/telegram.ts";

/** What everybody does over and over: tonight's list, its next page, a card, and back. */
export const steps = ["tonight", "page", "card", "back"] as const;
export type Step = (typeof steps)[number];

/** One person on the walk. */
interface Walker {
  person: ReturnType<Telegram["person"]>;
  /** The bot's message as it is now. */
  screen: Message | undefined;
  next: number;
  /** When the step under way was due, in milliseconds, until its screen is there. */
  askedAt: number | undefined;
}

export interface Pace {
  updates: number;
  seconds: number;
  /** Milliseconds from the moment a step is due to its screen. */
  waits: number[];
}

/** A thousand people (or fewer) who walk through the bot, as fast as it answers or at a given pace. */
export class Walk {
  readonly #walkers: Walker[];
  readonly #byChat: Map<number, Walker>;
  #waits: number[] = [];
  /** Called with the data of each button before it is pressed, "" for a message. */
  onTap: (data: string) => void = () => {};

  constructor(telegram: Telegram, size: number) {
    this.#walkers = Array.from({ length: size }, (_, index) => ({
      person: telegram.person(`Гость ${index}`, { languageCode: "ru" }),
      screen: undefined,
      next: 0,
      askedAt: undefined,
    }));
    this.#byChat = new Map(this.#walkers.map((walker) => [walker.person.user.id, walker]));
    telegram.subscribe((change) => {
      if ((change.kind !== "sent" && change.kind !== "edited") || !change.message.from?.is_bot) return;
      const walker = this.#byChat.get(change.chatId);
      if (walker === undefined) return;
      walker.screen = change.message;
      if (walker.askedAt !== undefined) this.#waits.push(performance.now() - walker.askedAt);
      walker.askedAt = undefined;
    });
  }

  /** Everybody makes all steps so many times, `parallel` people at once, each the next step as soon as the last is confirmed. */
  async rounds(count: number, parallel: number): Promise<Pace> {
    this.#waits = [];
    const started = performance.now();
    const queue = Array.from({ length: count }, () => this.#walkers).flat();
    const lane = async () => {
      for (let walker = queue.pop(); walker; walker = queue.pop()) {
        for (const _ of steps) await this.#step(walker, performance.now());
      }
    };
    await Promise.all(Array.from({ length: parallel }, lane));
    return this.#pace(started, count * this.#walkers.length * steps.length);
  }

  /** Somebody who is not waiting makes a step `perSecond` times a second, however slow the bot is. */
  async steadily(perSecond: number, seconds: number): Promise<Pace> {
    this.#waits = [];
    const started = performance.now();
    const idle = [...this.#walkers];
    const running = new Set<Promise<void>>();
    const total = Math.round(perSecond * seconds);
    for (let made = 0; made < total; ) {
      const due = started + (made / perSecond) * 1_000;
      const walker = performance.now() < due ? undefined : idle.shift();
      if (walker === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        continue;
      }
      made += 1;
      const step = this.#step(walker, due).finally(() => {
        running.delete(step);
        idle.push(walker);
      });
      running.add(step);
    }
    await Promise.all(running);
    return this.#pace(started, total);
  }

  #pace(started: number, updates: number): Pace {
    return { updates, seconds: (performance.now() - started) / 1_000, waits: this.#waits };
  }

  async #step(walker: Walker, due: number): Promise<void> {
    const step = steps[walker.next % steps.length] ?? "tonight";
    walker.next += 1;
    walker.askedAt = due;
    const data = step === "tonight" ? "" : findButton(walker.screen, step);
    this.onTap(data);
    if (step === "tonight") await walker.person.says("Сегодня вечером");
    else await walker.person.tapsData(walker.screen?.message_id ?? 0, data);
  }
}

/** The button that leads on, by its place and label. Throws with the screen when it is not there. */
function findButton(screen: Message | undefined, step: Exclude<Step, "tonight">): string {
  const buttons: InlineKeyboardButton[] = screen?.reply_markup?.inline_keyboard.flat() ?? [];
  const label = { page: "Дальше", card: undefined, back: "Назад" }[step];
  const found = label === undefined ? buttons[0] : buttons.find(({ text }) => text === label);
  if (found && "callback_data" in found) return found.callback_data;
  throw new Error(
    `no button for "${step}" on the screen:\n${screen?.text}\n${buttons.map(({ text }) => text).join(" | ")}`,
  );
}
