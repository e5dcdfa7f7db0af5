import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "./database.ts";

/**
 * A transaction in the clothes of the database, for stores that open transactions of their own: theirs become a part of
 * this one. What they throw undoes their part alone (a savepoint), as a transaction of their own would have been undone,
 * so that a store which tries again or answers "taken" after an error still can. Their time limits are those of this one.
 */
export function joined(tx: Prisma.TransactionClient): Database {
  let parts = 0;
  const part = async (work: (tx: Database) => Promise<unknown>): Promise<unknown> => {
    const savepoint = `part_${++parts}`;
    await tx.$executeRawUnsafe(`SAVEPOINT ${savepoint}`);
    try {
      // Never released: that is one more round trip, and the commit does it.
      return await work(facade);
    } catch (error) {
      // A connection that broke takes back nothing; the error that says so comes first.
      await tx.$executeRawUnsafe(`ROLLBACK TO SAVEPOINT ${savepoint}`).catch(() => {});
      throw error;
    }
  };
  const facade: Database = new Proxy(tx, {
    get: (target, name) => (name === "$transaction" ? part : Reflect.get(target, name)),
  }) as Database;
  return facade;
}
