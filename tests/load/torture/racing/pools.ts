import { type Database, openDatabase } from "../../../../bot/database/database.ts";
import { isUnreachable } from "../../../../bot/database/unreachable.ts";

/** The person who finds no free connection for five seconds has begun nothing, and comes again, as Telegram sends an update again. */
export async function untilReached<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
  }
}

/** Opens so many pools of connections on one database, as so many instances do, and shares the people among them. */
export async function onPools<T>(
  url: string,
  { people, pools }: { people: number; pools: number },
  work: (database: Database, personIds: number[]) => Promise<T[]>,
): Promise<T[]> {
  const databases = Array.from({ length: pools }, () => openDatabase(url));
  try {
    const shares = databases.map((database, pool) => {
      const own = Array.from({ length: people }, (_, index) => index + 1).filter((id) => id % pools === pool);
      return work(database, own);
    });
    return (await Promise.all(shares)).flat();
  } finally {
    await Promise.all(databases.map((database) => database.$disconnect()));
  }
}
