import { DateTime } from "luxon";
import type { Foreseen } from "../../programme/foresee-record-store.ts";
import type { FileScope } from "../../programme/loads/missing-store.ts";
import type { ImportSummary } from "../import.ts";
import type { RecordAccount } from "../import-account.ts";

/** A record as the preview tells of it. */
export interface PreviewRow {
  kind: RecordAccount["kind"];
  title: string;
  /** Its first date, and how many it has. */
  first: { startsAt: Date; endsAt: Date | null; hasStartTime: boolean } | null;
  dates: number;
  /** What would be different; of an event that is there and differs from its record. */
  foreseen: Foreseen | null;
}

/** What an import would do. */
export interface Preview extends ImportSummary {
  rows: PreviewRow[];
  /** Names of what would be made besides. */
  newPlaces: string[];
  newInstitutions: string[];
  /** Coming events that came by such a file before and are not in this one. */
  missing: { eventId: number; title: string }[];
}

/** Gathers what a preview tells of each record, and what is to be looked up at the end. */
export class PreviewRows {
  readonly rows: PreviewRow[] = [];
  readonly #eventIds: number[] = [];
  readonly #identities = new Set<string>();
  readonly #places = new Map<string, string>();
  readonly #institutions = new Set<string>();
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  add({ key, kind, title, draft, eventId, foreseen, newInstitution }: RecordAccount): void {
    const starts = draft.occurrences.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const [first] = starts;
    this.rows.push({
      ...{ kind, title, dates: starts.length, foreseen: foreseen ?? null },
      first: first
        ? { startsAt: first.startsAt, endsAt: first.endsAt ?? null, hasStartTime: first.hasStartTime ?? true }
        : null,
    });
    const [identity] = JSON.parse(key) as [string, string];
    this.#identities.add(identity);
    if (eventId !== null) this.#eventIds.push(eventId);
    if (newInstitution !== undefined) this.#institutions.add(newInstitution);
    for (const { startsAt, place } of draft.occurrences) {
      this.#from = Math.min(this.#from, startsAt.getTime());
      this.#to = Math.max(this.#to, startsAt.getTime());
      const name = Object.values(place?.texts ?? {})[0]?.title;
      if (place && name !== undefined) this.#places.set(place.origin, name);
    }
  }

  /** The places of the file by their origin. */
  get places(): ReadonlyMap<string, string> {
    return this.#places;
  }

  get newInstitutions(): string[] {
    return [...this.#institutions];
  }

  /** Null: the file has no dates. */
  scope(source: string, { now, timeZone }: { now: Date; timeZone: string }): FileScope | null {
    if (!Number.isFinite(this.#from)) return null;
    const month = (at: number) => DateTime.fromMillis(at, { zone: timeZone });
    return {
      ...{ source, now, identities: [...this.#identities], eventIds: this.#eventIds },
      from: month(this.#from).startOf("month").toJSDate(),
      to: month(this.#to).endOf("month").toJSDate(),
    };
  }
}
