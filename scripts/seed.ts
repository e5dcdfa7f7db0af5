/** `npm run seed`: fills the database with the demo city around today. */
import { readConfig } from "../bot/config/config.ts";
import { startDatabase } from "../bot/database/server/start.ts";
import { plantDemoCity } from "../prisma/seed/plant-store.ts";
import { attempt } from "./run-command.ts";

await attempt(async () => {
  const config = readConfig(process.env);
  const { database, stop } = await startDatabase(config, { share: true });
  try {
    const events = await plantDemoCity(database, { now: new Date(), timeZone: config.timeZone });
    console.log(`The demo city has ${events} events.`);
    return 0;
  } finally {
    await stop();
  }
});
