/** `npm run seed`: fills the database with the demo city around today. */
import { readConfig } from "../bot/config.ts";
import { startDatabase } from "../bot/database/server/start.ts";
import { plantDemoCity } from "../prisma/seed/plant-store.ts";
import { tellFailure } from "./tell-failure.ts";

try {
  const config = readConfig(process.env);
  const { database, stop } = await startDatabase(config, { share: true });
  try {
    const events = await plantDemoCity(database, { now: new Date(), timeZone: config.timeZone });
    console.log(`The demo city has ${events} events.`);
  } finally {
    await stop();
  }
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
