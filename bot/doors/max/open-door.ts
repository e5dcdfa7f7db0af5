import type { MaxConfig } from "../../config/doors.ts";
import type { Metrics } from "../../metrics.ts";
import type { ConnectedDoor } from "../opened-door.ts";
import { introduce } from "../telegram/client/set-commands.ts";
import type { Waiting } from "../telegram/client/until-answered.ts";
import { Inbox } from "../telegram/intake/inbox-store.ts";
import { createUpdateHandler } from "../telegram/intake/update-handler.ts";
import { connectMax } from "./client/connect-max.ts";
import { door, maxDoor } from "./door.ts";
import { MaxPolling } from "./intake/max-polling.ts";
import { listSubscriptions, subscribe, unsubscribe, watchSubscription } from "./intake/subscription.ts";
import { createMaxClient, openMax } from "./open.ts";

/** Asks MAX who the bot is, for as long as it takes. Throws a MaxError for a token that is not known. */
export async function connectMaxDoor(config: MaxConfig, metrics: Metrics, waiting: Waiting): Promise<ConnectedDoor> {
  const client = createMaxClient(config, (call) => metrics.call(door, call));
  const botInfo = await connectMax(client, waiting);
  return {
    name: door,
    username: botInfo.username,
    open({ services, receipts, createBot, redraws, burst, foreign }) {
      const { database, clock, log, words, city } = services;
      const { bot, exit, display } = openMax({ services, client, botInfo, createBot, foreign });
      const handler = createUpdateHandler(bot, {
        door,
        services,
        receipts,
        metrics,
        redraws,
        ...(burst !== undefined && { burst }),
      });
      const { download = async () => ({ kind: "gone" as const }) } = maxDoor(client);
      return {
        name: door,
        handler,
        api: bot.api,
        username: botInfo.username,
        exit,
        display,
        download,
        async begin() {
          const { intake } = config;
          if (intake.mode === "webhook") {
            await subscribe(client, intake, true);
            return watchSubscription(client, intake, { log });
          }
          await unsubscribe(client, await listSubscriptions(client));
          const inbox = new Inbox(database, door);
          const polling = new MaxPolling({ client, finish: handler.finish, inbox, database, clock, log });
          await polling.start();
          return () => polling.stop();
        },
        // MAX has one list for everybody, in the city's language.
        introduce: () => introduce(bot.api, words, city.language, log),
      };
    },
  };
}
