/** Chats remembered; those whose silence is over are forgotten first. */
const most = 10_000;

/**
 * Until when Telegram wants to hear nothing for a chat (429, retry_after), over calls and updates: a chat told to wait is
 * not called again before its time.
 */
export class Silences {
  readonly #until = new Map<string, number>();
  readonly #ticks: () => number;

  constructor(ticks: () => number = () => performance.now()) {
    this.#ticks = ticks;
  }

  /** Whether any chat may be silent, so that most calls need not be looked into. */
  get isEmpty(): boolean {
    return this.#until.size === 0;
  }

  /** Telegram asked for so many milliseconds of silence from now on. */
  begin(chatId: string, milliseconds: number): void {
    const now = this.#ticks();
    if (this.#until.size >= most) {
      for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id);
      const [oldest] = this.#until.keys();
      if (this.#until.size >= most && oldest !== undefined) this.#until.delete(oldest);
    }
    this.#until.set(chatId, Math.max(now + milliseconds, this.#until.get(chatId) ?? 0));
  }

  /** Milliseconds left of a chat's silence; 0 when it may be called. */
  left(chatId: string): number {
    const left = (this.#until.get(chatId) ?? 0) - this.#ticks();
    if (left <= 0) this.#until.delete(chatId);
    return Math.max(left, 0);
  }
}
