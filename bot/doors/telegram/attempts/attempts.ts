import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import type { BotContext, Services } from "../../../context.ts";
import type { UpdateOutcome } from "../../../metrics.ts";
import { doubling } from "../../../net/backoff.ts";
import { DeadlineError, withDeadline } from "../../../net/deadline.ts";
import type { Door } from "../../../people/address.ts";
import { markBlocked } from "../../../people/address-store.ts";
import { changeOf, failDialogue } from "../dialogue/dialogue-store.ts";
import { BegunBefore } from "../intake/identify.ts";
import { asUpdateRun } from "../intake/update-run.ts";
import { troubleOf } from "../intake/update-trouble.ts";
import { kindOf } from "../intake/updates.ts";
import type { Apology } from "./apology.ts";
import { beginAgain, mostDeaths } from "./begun-store.ts";
import { ComesAgain } from "./comes-again.ts";
import { tellGivenUp } from "./given-up-store.ts";
import type { Suspects } from "./suspects.ts";
import type { Tries, Try } from "./tries.ts";

/** Milliseconds for one update; a hanging one must not hold its chat up for ever. */
const deadline = 25_000;

/** Milliseconds for a handler to end that makes no call to Telegram any more: PostgreSQL's 5 s and 15 s (database.ts). */
const ending = 20_000;

/** Milliseconds before an update is tried again while the database is away: 0.5 s doubling to 2 s. */
const pause = doubling(500, 2_000);

interface AttemptsDeps {
  bot: Pick<Bot<BotContext>, "api" | "handleUpdate">;
  /** Whose updates they are. */
  door: Door;
  services: Services;
  tries: Tries;
  apology: Apology;
  suspects: Suspects;
  /** Aborted when the program stops. */
  stopping: AbortSignal;
  /** Told of each update of which somebody read that something broke. */
  onFailure: (update: Update) => void;
}

/** Takes an update through the bot, and decides what an error means for it. */
export class Attempts {
  readonly #deps: AttemptsDeps;
  readonly #running = new Set<AbortController>();
  #isBroken = false;

  constructor(deps: AttemptsDeps) {
    this.#deps = deps;
  }

  /** Nothing more is begun, and what runs makes no call to Telegram any more. */
  breakOff(): void {
    this.#isBroken = true;
    for (const run of this.#running) run.abort();
  }

  /** One attempt. Rejects with ComesAgain when there has to be another one. */
  async make(update: Update, attempted: Try): Promise<Extract<UpdateOutcome, "handled" | "failed" | "given up">> {
    if (this.#isBroken) throw stopped(update);
    if (attempted.isGivenUp) return "given up";
    try {
      await this.#run(update, attempted).catch((thrown: unknown) => {
        const error = causeOf(thrown);
        if (!(error instanceof BegunBefore)) throw error;
        return this.#suspect(update, attempted, error.count);
      });
      return attempted.isGivenUp ? "given up" : "handled";
    } catch (thrown) {
      return this.#settle(update, causeOf(thrown), attempted);
    }
  }

  /** One way through the bot. One that takes too long makes no call to Telegram any more, and is waited for to its end. */
  async #run(update: Update, attempted: Try): Promise<void> {
    const late = new AbortController();
    attempted.signal = late.signal;
    attempted.dialogue = undefined;
    this.#running.add(late);
    // A copy, because what an attempt made of a dialogue is known by it: one that hung must not end in its repetition.
    const own = { ...update };
    const running = asUpdateRun(attempted, () => this.#deps.bot.handleUpdate(own));
    try {
      await withDeadline(deadline, running);
      attempted.dialogue = changeOf(own);
    } catch (error) {
      late.abort();
      // The abandoned attempt may still be at work: its repetition waits until it has ended.
      if (error instanceof DeadlineError) {
        const end = running.catch(() => {});
        await withDeadline(ending, end).catch(() => {
          this.#deps.services.log.error({ updateId: update.update_id }, "a handler does not end");
        });
      }
      throw error;
    } finally {
      this.#running.delete(late);
    }
  }

  /** The program died twice in the middle of this update: it is tried alone, and given up after the third time. */
  async #suspect(update: Update, attempted: Try, deaths: number): Promise<void> {
    const { services, suspects, stopping, apology, door } = this.#deps;
    const { database, log, clock } = services;
    const updateId = update.update_id;
    attempted.isNoted = false;
    if (deaths < mostDeaths) {
      const alone = async () => {
        await beginAgain(database, updateId, door);
        attempted.isNoted = true;
        await this.#run(update, attempted);
      };
      return suspects.alone(alone, stopping).catch((error: unknown) => {
        throw stopping.aborted ? stopped(update) : error;
      });
    }
    log.error({ updateId, kind: kindOf(update), deaths }, "update given up: the program died of it");
    await tellGivenUp(database, { updateId, door, deaths, now: clock.now() });
    attempted.isGivenUp = true;
    await failDialogue(database, update, door);
    await apology.givenUp(update);
  }

  /** What an error means for the update, and a kind sentence for the person. */
  async #settle(update: Update, error: unknown, attempted: Try): Promise<"handled" | "failed"> {
    if (error instanceof ComesAgain) throw error;
    const { services, tries, apology, stopping, door } = this.#deps;
    const { log, database, clock } = services;
    const updateId = update.update_id;
    const trouble = troubleOf(error, update, door);
    if (trouble.kind === "blocked") {
      await markBlocked(database, trouble.account, true, clock.now()).catch(() => {});
      return "handled";
    }
    if (trouble.kind === "forbidden") {
      log.debug({ error, updateId }, "the bot may not speak there");
      await apology.release(update);
      return "handled";
    }
    if (trouble.kind !== "mistake" && (stopping.aborted || tries.mayComeAgain(attempted, trouble))) {
      const isDatabase = trouble.kind === "database";
      const what = isDatabase ? "database unreachable" : "no answer went out";
      log.warn({ error, updateId, attempt: attempted.count }, what);
      if (isDatabase) await apology.busy(update);
      const silence = trouble.kind === "silence" ? trouble.milliseconds : undefined;
      throw new ComesAgain(`update ${updateId}`, isDatabase ? pause(attempted.count) : silence);
    }
    log.error({ error, updateId, kind: kindOf(update) }, "update failed");
    this.#deps.onFailure(update);
    // Without a database the receipt fails as well, and the update comes again.
    const dialogue = await failDialogue(database, update, door).catch(() => "none" as const);
    await apology.failed(update, dialogue === "over");
    return "failed";
  }
}

const stopped = ({ update_id }: Update) => new ComesAgain(`update ${update_id}: the program stops`);

/** What a handler threw; grammY wraps it. */
const causeOf = (thrown: unknown): unknown => (thrown instanceof BotError ? thrown.error : thrown);
