import type { Services } from "../../context.ts";
import type { DeliveryButton } from "../../delivery/delivery.ts";
import type { Door } from "../../people/address.ts";
import type { Html } from "../../words/html.ts";
import { controls } from "../controls.ts";
import { setProgressMessage } from "../draft/draft-store.ts";
import { findShown } from "../view-store.ts";
import { RateMeter } from "./progress.ts";
import { type Board, claimBoards, isAnyBoardOld, owe } from "./progress-message-store.ts";
import { formatShown } from "./report-words.ts";

/** Milliseconds between two changes of one message. */
const showEvery = 3_000;

/** What became of showing something: `gone`: there is no such message any more. */
export type Displayed = { kind: "shown"; messageId: string } | { kind: "gone" | "later" | "never" };

/** A message that is changed again and again, outside of all lanes; each of bot/doors has one. */
export interface Display {
  /** Changes that message, or with null sends a new one. Never rejects. */
  show(
    chatId: string,
    messageId: string | null,
    view: { text: Html; keyboard: DeliveryButton[][] },
  ): Promise<Displayed>;
}

export type Displays = Readonly<Partial<Record<Door, Display>>>;

/** Shows authors how far their announcements are: one message each, which goes on with whoever runs. */
export class ProgressBoard {
  readonly #deps: Pick<Services, "database" | "words" | "city">;
  readonly #displays: Displays;
  readonly #meter = new RateMeter();

  constructor(deps: Pick<Services, "database" | "words" | "city">, displays: Displays) {
    this.#deps = deps;
    this.#displays = displays;
  }

  /** Changes what is out of date; true when something will have to be changed in a moment. */
  async refresh(now: Date): Promise<boolean> {
    const { database } = this.#deps;
    for (const board of await claimBoards(database, now, showEvery)) await this.#show(board, now);
    return isAnyBoardOld(database, now);
  }

  async #show(board: Board, now: Date): Promise<void> {
    const { database, words, city } = this.#deps;
    const { door, chatId, messageId } = board;
    const display = this.#displays[door];
    // A messenger that is not open any more: nobody looks on there.
    if (display === undefined) return;
    const shown = await findShown(database, board.id, { now, meter: this.#meter });
    if (shown === null) return;
    const t = words.for(board.language);
    const view = {
      text: formatShown(shown, { t, zone: board.timeZone ?? city.timeZone, now }),
      keyboard: controls(shown, t),
    };
    const displayed = await display.show(chatId, messageId, view);
    // Deleted by its reader: the next look sends a new one.
    const again = displayed.kind === "gone" ? await display.show(chatId, null, view) : displayed;
    if (again.kind === "later") await owe(database, board.id);
    if (again.kind === "shown" && again.messageId !== messageId)
      await setProgressMessage(database, board.id, { door, chatId, messageId: again.messageId });
  }
}
