import { gather } from "../../../database/batch.ts";
import type { Database } from "../../../database/database.ts";
import { numberOf } from "../reading/names.ts";

/** Names remembered here; the others are looked up. */
const most = 10_000;

/** One statement for all that is sent within 5 ms. */
const write = gather(
  async (database: Database, sent: { mid: string; at: Date }[]): Promise<undefined[]> => {
    const rows = sent.map(({ mid, at }) => ({ number: numberOf(mid), mid, at }));
    await database.$executeRaw`
      INSERT INTO "MaxMessage" ("number", "mid", "sentAt")
      SELECT DISTINCT ON (r."number") r."number", r."mid", r."at"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("number" bigint, "mid" text, "at" timestamptz)
      ORDER BY r."number" ON CONFLICT ("number") DO UPDATE SET "mid" = excluded."mid", "sentAt" = excluded."sentAt"`;
    return sent.map(() => undefined);
  },
  { pause: 5 },
);

/** The messages that flows know by a number, by the name that MAX gave them. */
export class SentMessages {
  readonly #database: Database;
  readonly #known = new Map<number, string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps the name of a message that was sent, and returns its number. */
  async keep(mid: string, at: Date): Promise<number> {
    await write(this.#database, { mid, at });
    return this.remember(mid);
  }

  /** Remembers the name of a message for now, and returns its number. */
  remember(mid: string): number {
    const number = numberOf(mid);
    this.#known.delete(number);
    this.#known.set(number, mid);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return number;
  }

  /** The name of a message; undefined: it is too old, or was never sent. */
  async find(number: number): Promise<string | undefined> {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const row = await this.#database.maxMessage.findUnique({ where: { number: BigInt(number) } });
    return row?.mid;
  }
}
