import type { Queries } from "../database/database.ts";
import type { KnownName } from "../programme/editing/extract/extracted.ts";
import { findByAddress, isAnybodys } from "../programme/editing/extract/known-names.ts";
import { findKnownNames } from "../programme/editing/name-store.ts";
import type { EventDraft, PlaceDraft } from "../programme/event.ts";
import { fold } from "../text/fold.ts";

/**
 * Finds the places of the programme that the rows of a table mean: a row has no number of a place, only one of its names, in any
 * language, and maybe its address. A hall that every house has, as «Большой зал», is that of the row's own institution.
 */
export class KnownPlaces {
  readonly #queries: Queries;
  #read: Promise<KnownName[]> | undefined;

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  /** A record whose places are those that are there already. A place that the same table made before stays its own. */
  async withKnown(draft: EventDraft, institutionId: number | undefined): Promise<EventDraft> {
    const places = draft.occurrences.flatMap(({ place }) => place ?? []);
    if (places.length === 0) return draft;
    this.#read ??= findKnownNames(this.#queries).then((names) => names.places);
    const known = await this.#read;
    const found = new Map(places.map((place) => [place.origin, findKnownPlace(place, known, institutionId)]));
    const made = await this.#queries.place.findMany({
      where: { origin: { in: [...found.keys()] } },
      select: { origin: true },
    });
    for (const { origin } of made) if (origin !== null) found.delete(origin);
    const occurrences = draft.occurrences.map((date) => {
      const knownId = date.place && found.get(date.place.origin);
      return date.place && knownId !== undefined ? { ...date, place: { ...date.place, knownId } } : date;
    });
    return { ...draft, occurrences };
  }
}

/** The one place that has a name of the draft and no other address; of several the institution's own. */
export function findKnownPlace(
  { texts }: PlaceDraft,
  known: readonly KnownName[],
  institutionId: number | undefined,
): number | undefined {
  const said = Object.values(texts);
  const fitting = known.filter((place) =>
    said.some(({ title, address }) => place.names.some((name) => fold(name) === fold(title)) && isAt(place, address)),
  );
  const own = fitting.filter(({ houseId }) => houseId != null && houseId === institutionId);
  const anybodys = said.every(({ title }) => isAnybodys(title));
  const [only, ...others] = own.length > 0 || anybodys ? own : fitting;
  return others.length === 0 ? only?.id : undefined;
}

/** Whether a place may be at an address: at that one, or nobody said where it is. */
const isAt = (place: KnownName, address: string | undefined): boolean =>
  address === undefined ||
  (place.addresses ?? []).length === 0 ||
  (place.addresses ?? []).some((one) => fold(one) === fold(address)) ||
  findByAddress(address, [place]) !== null;
