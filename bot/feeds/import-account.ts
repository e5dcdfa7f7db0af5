import { createHash, type Hash } from "node:crypto";
import type { EventDraft } from "../programme/event.ts";
import type { Foreseen } from "../programme/foresee-record-store.ts";
import type { ForeseenChange } from "../programme/foresee-store.ts";
import type { ChangeKind } from "../programme/reconcile-occurrences.ts";
import type { RecordProblem } from "./problem.ts";

/** Dates that an import changes, or would, by what happens to them; those of new events are not among them. */
export type DateCounts = Record<ChangeKind, number>;

/** What became of one record, or would. */
export interface RecordAccount {
  /** What tells it from all others of its source. */
  key: string;
  kind: "created" | "updated" | "unchanged";
  title: string;
  /** What is stored of it. */
  draft: EventDraft;
  /** Null: it is not there yet. */
  eventId: number | null;
  changes: readonly ForeseenChange[];
  /** What would be different, of an event that is there; only where it was looked at and not written. */
  foreseen?: Foreseen;
  /** What was doubted of it. */
  warnings: readonly RecordProblem[];
  /** The source's own number, or "row 4". */
  id: string;
  /** The name of the institution that comes with it. */
  newInstitution?: string;
  /** The title of the event that has its number. */
  replaced?: string;
}

/** Adds up what an import does to dates, and makes of it a picture that is the same as long as it would do the same. */
export class ImportAccount {
  readonly dates: DateCounts = { added: 0, moved: 0, relocated: 0, postponed: 0, cancelled: 0, restored: 0 };
  /** Dates whose people hear of a change. */
  readonly told: number[] = [];
  readonly #picture: Hash = createHash("sha256");

  add({ key, kind, changes }: RecordAccount): void {
    for (const { kind: change, occurrenceId } of changes) {
      this.dates[change] += 1;
      if (change !== "added" && occurrenceId !== null) this.told.push(occurrenceId);
    }
    this.note(key, kind, ...changes.map(({ kind: change, occurrenceId }) => `${change} ${occurrenceId}`).sort());
  }

  /** Adds to the picture what else was shown. */
  note(...said: string[]): void {
    this.#picture.update(JSON.stringify(said));
  }

  /** Call it once, at the end. */
  picture(): string {
    return this.#picture.digest("base64url");
  }
}
