import { z } from "zod";
import type { Person } from "../people/person.ts";
import type { TapOutcome } from "../people/tap.ts";
import type { InlineAnswer } from "../world/queries.ts";
import { prepareUpload, type Upload } from "./uploads.ts";

/** What a person can do on the page. */
export const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("say"), text: z.string().trim().min(1).max(4096) }),
  z.object({ kind: z.literal("tap"), messageId: z.int(), data: z.string() }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ kind: z.literal("contact") }),
  z.object({
    kind: z.literal("poll"),
    question: z.string().trim().min(1).max(300),
    options: z.array(z.string().trim().min(1).max(100)).min(2).max(12),
    isAnonymous: z.boolean(),
    allowsMultipleAnswers: z.boolean(),
  }),
  z.object({ kind: z.literal("vote"), messageId: z.int(), chosen: z.array(z.int()) }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("ask inline"), query: z.string().max(256) }),
  z.object({ kind: z.literal("choose inline"), resultId: z.string() }),
  z.object({ kind: z.literal("block") }),
  z.object({ kind: z.literal("unblock") }),
]);

export type Action = z.infer<typeof actionSchema>;

/** People acting through the page: who waits for the bot, and what it last offered to whom inline. */
export class Actions {
  readonly #waiting = new Map<Person, number>();
  readonly #offered = new Map<Person, InlineAnswer>();
  readonly #onChange: () => void;

  /** `onChange` is called whenever somebody begins or ends to wait. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  isWaiting(person: Person): boolean {
    return this.#waiting.has(person);
  }

  /**
   * Does `action` as `person`. A tap and an inline query resolve with the bot's answer; the rest resolves at once,
   * because a browser has six connections, and a bot that is slow or down would hold one per message.
   */
  async perform(person: Person, action: Action): Promise<TapOutcome | InlineAnswer | undefined> {
    if (action.kind === "ask inline") return this.#askInline(person, action.query);
    if (action.kind === "tap") return this.#whileWaiting(person, person.tapsData(action.messageId, action.data));
    const confirmed = this.#whileWaiting(person, this.#act(person, action));
    confirmed.catch(() => undefined); // never confirmed: the playground closed
    return undefined;
  }

  /** Sends files as `person`; resolves without waiting for the bot. */
  async send(person: Person, upload: Upload): Promise<void> {
    const sent = await prepareUpload(person, upload);
    this.#whileWaiting(person, sent()).catch(() => undefined); // never confirmed: the playground closed
  }

  #act(person: Person, action: Exclude<Action, { kind: "ask inline" | "tap" }>): Promise<void> {
    switch (action.kind) {
      case "say":
        return person.says(action.text);
      case "location":
        return person.sharesLocation(action.latitude, action.longitude);
      case "contact":
        return person.sharesContact();
      case "poll":
        return person.sendsPoll(action.question, action.options, {
          is_anonymous: action.isAnonymous,
          allows_multiple_answers: action.allowsMultipleAnswers,
        });
      case "vote":
        return person.votesIn(action.messageId, action.chosen);
      case "sticker":
        return person.sendsSticker("👋");
      case "choose inline":
        return this.#chooseInline(person, action.resultId);
      case "block":
        return person.blocksBot();
      case "unblock":
        return person.unblocksBot();
    }
  }

  async #askInline(person: Person, query: string): Promise<InlineAnswer> {
    const answer = await person.asksInline(query);
    this.#offered.set(person, answer);
    return answer;
  }

  #chooseInline(person: Person, resultId: string): Promise<void> {
    const result = this.#offered.get(person)?.results.find((offered) => offered.id === resultId);
    if (!result) throw new Error("These results are gone: ask again.");
    return person.choosesInline(result);
  }

  async #whileWaiting<Result>(person: Person, done: Promise<Result>): Promise<Result> {
    this.#wait(person, 1);
    try {
      return await done;
    } finally {
      this.#wait(person, -1);
    }
  }

  #wait(person: Person, step: 1 | -1): void {
    const count = (this.#waiting.get(person) ?? 0) + step;
    if (count > 0) this.#waiting.set(person, count);
    else this.#waiting.delete(person);
    this.#onChange();
  }
}
