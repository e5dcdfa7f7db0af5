import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const { CHAR, TEXT } = pg.types.builtins;

/**
 * Prisma's PostgreSQL adapter, mended for the schema engine (7.10.0): it reads the one-byte type "char", which the
 * engine asks the system catalogue for when it describes a database.
 */
export function catalogueAdapter(url: string): { factory: PrismaPg; close(): Promise<void> } {
  const pool = new CataloguePool({ connectionString: url, allowExitOnIdle: true });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query);
      for (const column of pool.charColumns.get(answer.rows) ?? [])
        answer.columnTypes[column] = ColumnTypeEnum.Character;
      return answer;
    };
    return adapter;
  };
  return { factory, close: () => pool.end() };
}

/** Passes "char" columns through as text and remembers, by the rows of the answer, which they were. */
class CataloguePool extends pg.Pool {
  readonly charColumns = new WeakMap<object, number[]>();

  // pg.Pool.query has a dozen signatures; the adapter uses the one that returns a promise.
  override query(...args: never[]): never {
    const answer: Promise<pg.QueryArrayResult> = Reflect.apply(super.query, this, args);
    return answer.then((result) => {
      const chars = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
      for (const index of chars) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT });
      if (chars.length > 0) this.charColumns.set(result.rows, chars);
      return result;
    }) as never;
  }
}
