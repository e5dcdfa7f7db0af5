import type { Queries } from "../database/database.ts";
import type { EventDraft } from "../programme/event.ts";
import { fold } from "../text/fold.ts";
import type { RecordProblem } from "./problem.ts";

/** Whose a record is, or why whoever loads may not bring it. */
export type RecordOwner =
  /** Its numbers are those of this institution, "" for nobody's; the number of the institution where it is there already. */
  { kind: "owner"; identity: string; institutionId?: number } | { kind: "refused"; problem: RecordProblem };

interface House {
  id: number;
  origin: string | null;
  names: string[];
}

/**
 * Tells whose the records of a file are: an institution that a record names is looked for by its origin, then by its name in any
 * language. Who may load for some institutions only brings nothing of others; what names none is theirs where they have one.
 */
export class Owners {
  readonly #queries: Queries;
  readonly #reach: readonly number[] | null;
  readonly #onlyId: number | undefined;
  #read: Promise<House[]> | undefined;

  /** `reach`: the institutions that may be written to; null: all. `institutionId`: whose all records are, whatever they name. */
  constructor(
    queries: Queries,
    { reach = null, institutionId }: { reach?: readonly number[] | null; institutionId?: number },
  ) {
    this.#queries = queries;
    this.#reach = reach;
    this.#onlyId = institutionId;
  }

  async of({ institution }: EventDraft): Promise<RecordOwner> {
    const reach = this.#reach;
    if (this.#onlyId !== undefined) return this.#only([this.#onlyId]);
    if (institution === undefined) return reach === null ? { kind: "owner", identity: "" } : this.#only(reach);
    this.#read ??= readHouses(this.#queries);
    const houses = await this.#read;
    const isReached = ({ id }: House): boolean => reach === null || reach.includes(id);
    const [name = ""] = Object.values(institution.names);
    const named = houses.filter((house) => isReached(house) && house.names.includes(fold(name)));
    const byOrigin = houses.find((house) => house.origin === institution.origin && isReached(house));
    const house = byOrigin ?? (named.length === 1 ? named[0] : undefined);
    if (house) return owned(house);
    if (reach === null) return { kind: "owner", identity: institution.origin };
    return { kind: "refused", problem: { code: "not_yours", said: name.slice(0, 60) } };
  }

  /** A record is the institution's of whoever has one. */
  async #only(reach: readonly number[]): Promise<RecordOwner> {
    this.#read ??= readHouses(this.#queries);
    const [own, ...others] = (await this.#read).filter(({ id }) => reach.includes(id));
    if (own === undefined || others.length > 0) return { kind: "refused", problem: { code: "no_institution" } };
    return owned(own);
  }
}

async function readHouses(queries: Queries): Promise<House[]> {
  const houses = await queries.institution.findMany({
    select: { id: true, origin: true, texts: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return houses.map(({ id, origin, texts }) => ({ id, origin, names: texts.map(({ name }) => fold(name)) }));
}

const owned = ({ id, origin }: House): RecordOwner => ({
  kind: "owner",
  identity: origin ?? `institution:${id}`,
  institutionId: id,
});
