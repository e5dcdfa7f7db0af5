import { setTimeout as sleep } from "node:timers/promises";
import type { Telegram } from "../../../playground/telegram.ts";
import { untilNone } from "../until-none.ts";

/** What became of everything that was said. */
export interface Account {
  said: number;
  /** Said and never answered, nor refused. */
  lost: number;
  /** Answered more than once: allowed for what was in hand at a crash. */
  saidTwice: number;
  /** Answers of one chat in another order than its questions. */
  outOfOrder: number;
  /** "I could not", with a reference number. */
  refused: number;
  /** "One moment, please": said while something is away; the answer still has to come. */
  busy: number;
}

/**
 * The number of a question, in signs that a search does not look at and an answer repeats: so every question asks for
 * the same thing, and each answer tells which one it belongs to.
 */
const digits = [..."←↑→↓↔↕↖↗↘↙"];
const write = (number: number) => [...String(number)].map((digit) => digits[Number(digit)]).join("");
const read = (text: string) => Number([...text].map((sign) => digits.indexOf(sign)).join(""));
const question = new RegExp(`концерт ([${digits.join("")}]+)`);

/** People who keep asking, and an account of what they were answered. */
export class Crowd {
  readonly #telegram: Telegram;
  readonly #people: ReturnType<Telegram["person"]>[];
  readonly #askers = new Map<number, number>();
  readonly #answers = new Map<number, number>();
  readonly #refusals = new Set<number>();
  readonly #lastAnswered = new Map<number, number>();
  readonly #unsubscribe: () => void;
  #said = 0;
  #outOfOrder = 0;
  #busy = 0;
  #isSilent = false;

  constructor(telegram: Telegram, size: number) {
    this.#telegram = telegram;
    this.#people = Array.from({ length: size }, (_, index) =>
      telegram.person(`Гость ${index + 1}`, { languageCode: "ru" }),
    );
    const own = new Set(this.#people.map(({ user }) => user.id));
    this.#unsubscribe = telegram.subscribe((change) => {
      if (change.kind !== "sent" || !change.message.from?.is_bot || !own.has(change.chatId)) return;
      this.#hear(change.chatId, change.message.text ?? "");
    });
  }

  get said(): number {
    return this.#said;
  }

  /** How many questions have been answered. */
  get answered(): number {
    return this.#answers.size;
  }

  /** Asks one question, of whoever is next, and does not wait for the answer. */
  asks(): void {
    const person = this.#people[this.#said % this.#people.length];
    if (person === undefined) return;
    this.#said += 1;
    this.#askers.set(this.#said, person.user.id);
    void person.says(`концерт ${write(this.#said)}`);
  }

  /**
   * Asks `perSecond` questions until `silence` is called, but has no more than ten a person wait: how many pile up while the
   * bot is away must not depend on how long the machine takes to start it.
   */
  async chatters(perSecond: number): Promise<void> {
    const started = performance.now();
    for (let asked = 0; !this.#isSilent; ) {
      const due = ((performance.now() - started) / 1_000) * perSecond;
      for (; asked < due; asked += 1) if (this.#telegram.pendingUpdates < 10 * this.#people.length) this.asks();
      await sleep(5);
    }
  }

  /** Resolves when so many more questions are answered, or after so many milliseconds. */
  async hearsAnswers(count: number, milliseconds: number): Promise<void> {
    const enough = this.answered + count;
    const end = performance.now() + milliseconds;
    while (this.answered < enough && performance.now() < end) await sleep(1);
  }

  silence(): void {
    this.#isSilent = true;
  }

  /**
   * Resolves when Telegram holds nothing back any more and every question is answered, or nothing is taken and answered any
   * more; then counts. `late` milliseconds more are for a bot that answers after it has confirmed.
   */
  async settle(late = 0): Promise<Account> {
    this.silence();
    // By polling, what takes long is confirmed when the bot has it in its inbox.
    const open = () => [...this.#askers.keys()].filter((question) => this.#isOpen(question)).length;
    await untilNone(() => this.#telegram.pendingUpdates + open());
    await sleep(late);
    this.#unsubscribe();
    const counts = [...this.#answers.values()];
    return {
      said: this.#said,
      lost: [...this.#askers.keys()].filter((question) => this.#isOpen(question)).length,
      saidTwice: counts.reduce((sum, count) => sum + count - 1, 0),
      outOfOrder: this.#outOfOrder,
      refused: this.#refusals.size,
      busy: this.#busy,
    };
  }

  #hear(chatId: number, text: string): void {
    const signs = question.exec(text)?.[1];
    if (signs === undefined) {
      if (/\d{6,}/.test(text)) this.#refuse(chatId);
      else this.#busy += 1;
      return;
    }
    const number = read(signs);
    if (this.#askers.get(number) !== chatId) throw new Error(`question ${number} was answered in another chat`);
    const isFirst = !this.#answers.has(number);
    this.#answers.set(number, (this.#answers.get(number) ?? 0) + 1);
    if (!isFirst) return;
    if (number < (this.#lastAnswered.get(chatId) ?? 0)) this.#outOfOrder += 1;
    this.#lastAnswered.set(chatId, number);
  }

  #isOpen(question: number): boolean {
    return !this.#answers.has(question) && !this.#refusals.has(question);
  }

  /** A refusal names no question: it is the one that the chat has waited for longest. */
  #refuse(chatId: number): void {
    for (const [question, asker] of this.#askers) {
      if (asker === chatId && this.#isOpen(question)) return void this.#refusals.add(question);
    }
  }
}
