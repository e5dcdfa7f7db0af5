/** `npm run demo:reset`: empties the playground's database, residents and all, and makes the demo city anew around today. */

import { emptySchema } from "../bot/backup/restore-store.ts";
import { alone } from "../bot/backup/session-store.ts";
import { readConfig } from "../bot/config/config.ts";
import { DatabaseError, openDatabase } from "../bot/database/database.ts";
import { openServer, startDatabase } from "../bot/database/server/start.ts";
import { plantDemoCity } from "../prisma/seed/plant-store.ts";
import { attempt } from "./run-command.ts";

/** The playground has a few people to be, and its page can add some. */
const mostPeople = 50;

async function run(): Promise<number> {
  const config = readConfig(process.env);
  if (config.token !== undefined || config.max !== undefined)
    throw new DatabaseError("A token is set: this is no playground, and its people are real. Nothing was changed.");
  if (config.databaseUrl !== undefined)
    throw new DatabaseError("DATABASE_URL is set: the demo lives in the built-in PostgreSQL. Nothing was changed.");
  const server = await openServer(config, { share: false });
  try {
    await refuseCrowd(server.url);
    if ((await alone(server.url, () => emptySchema(server.url).then(() => true))) === undefined)
      throw new DatabaseError("A backup of this database is being made or restored.");
    const { database, stop } = await startDatabase({ ...config, databaseUrl: server.url });
    try {
      const events = await plantDemoCity(database, { now: new Date(), timeZone: config.timeZone });
      console.log(`The demo city is new, with ${events} events and nobody in it.`);
      return 0;
    } finally {
      await stop();
    }
  } finally {
    await server.stop();
  }
}

/** A token that stands elsewhere than in the environment would make real people look like those of the demo. */
async function refuseCrowd(url: string): Promise<void> {
  const database = openDatabase(url, { connections: 1 });
  try {
    // Without tables there is nobody.
    const count = await database.person.count().catch(() => 0);
    if (count > mostPeople)
      throw new DatabaseError(`${count} people are in this database: that is no demo. Nothing was changed.`);
  } finally {
    await database.$disconnect();
  }
}

await attempt(run);
