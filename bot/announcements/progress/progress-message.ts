import type { Services } from "../../context.ts";
import type { DeliveryButton } from "../../delivery/delivery.ts";
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
export type Displayed = { kind: "shown"; messageId: number } | { kind: "gone" | "later" | "never" };

/** A message that is changed again and again, outside of all lanes; bot/doors/telegram has one. */
export interface Display {
  /** Changes that message, or with null sends a new one. Never rejects. */
  show(
    at: { chatId: number; messageId: number | null },
    view: { text: Html; keyboard: DeliveryButton[][] },
  ): Promise<Displayed>;
}

/** Shows authors how far their announcements are: one message each, which goes on with whoever runs. */
export class ProgressBoard {
  readonly #deps: Pick<Services, "database" | "words" | "city">;
  readonly #display: Display;
  readonly #meter = new RateMeter();

  constructor(deps: Pick<Services, "database" | "words" | "city">, display: Display) {
    this.#deps = deps;
    this.#display = display;
  }

  /** Changes what is out of date; true when something will have to be changed in a moment. */
  async refresh(now: Date): Promise<boolean> {
    const { database } = this.#deps;
    for (const board of await claimBoards(database, now, showEvery)) await this.#show(board, now);
    return isAnyBoardOld(database, now);
  }

  async #show(board: Board, now: Date): Promise<void> {
    const { database, words, city } = this.#deps;
    const shown = await findShown(database, board.id, { now, meter: this.#meter });
    if (shown === null) return;
    const t = words.for(board.language);
    const view = {
      text: formatShown(shown, { t, zone: board.timeZone ?? city.timeZone, now }),
      keyboard: controls(shown, t),
    };
    const displayed = await this.#display.show(board, view);
    // Deleted by its reader: the next look sends a new one.
    const again = displayed.kind === "gone" ? await this.#display.show({ ...board, messageId: null }, view) : displayed;
    if (again.kind === "later") await owe(database, board.id);
    if (again.kind === "shown" && again.messageId !== board.messageId)
      await setProgressMessage(database, board.id, { chatId: board.chatId, messageId: again.messageId });
  }
}
