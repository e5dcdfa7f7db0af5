import type { Intake } from "../../config/doors.ts";
import { Pace } from "../../delivery/sending/rate-limiter.ts";
import type { Metrics } from "../../metrics.ts";
import { wayOut } from "../../net/way-out.ts";
import type { ConnectedDoor } from "../opened-door.ts";
import { type ClientSettings, createClientOptions } from "./client/client.ts";
import { connect } from "./client/connect.ts";
import { downloadFile } from "./client/files.ts";
import { introduce } from "./client/set-commands.ts";
import type { Waiting } from "./client/until-answered.ts";
import { door, telegramDoor } from "./door.ts";
import { Inbox } from "./intake/inbox-store.ts";
import { Polling } from "./intake/polling.ts";
import { openWebhook, startPolling } from "./intake/take-updates.ts";
import { createUpdateHandler } from "./intake/update-handler.ts";
import { sendForeignFiles } from "./sending/foreign-files-store.ts";
import { telegramDisplay } from "./sending/live-message.ts";
import { telegramMessenger } from "./sending/messenger.ts";

export interface TelegramSettings {
  token: string;
  apiRoot: string;
  intake: Intake;
  proxy: string | undefined;
  /** Messages per second for everything not asked for. */
  bulkRate: number;
}

/** Asks Telegram who the bot is, for as long as it takes. Throws a TelegramError for a token that is not known. */
export async function connectTelegram(
  { token, apiRoot, intake, proxy, bulkRate }: TelegramSettings,
  metrics: Metrics,
  waiting: Waiting,
): Promise<ConnectedDoor> {
  const by = wayOut({ proxy });
  const clientOf = (settings: ClientSettings = {}) =>
    createClientOptions(apiRoot, (call) => metrics.call(door, call), { ...settings, by });
  const client = clientOf();
  const botInfo = await connect(token, client, waiting);
  return {
    name: door,
    username: botInfo.username,
    open({ services, receipts, createBot, redraws, burst, foreign, signal }) {
      const { database, clock, log, words, city } = services;
      const bot = createBot({ token, botInfo, client, door: telegramDoor });
      const foreignFiles = sendForeignFiles({ database, foreign, now: () => clock.now() });
      bot.api.config.use(foreignFiles);
      const handler = createUpdateHandler(bot, {
        services,
        receipts,
        metrics,
        redraws,
        ...(burst !== undefined && { burst }),
      });
      return {
        name: door,
        handler,
        api: bot.api,
        username: botInfo.username,
        exit: {
          messenger: telegramMessenger(token, clientOf({ waitsOut429: false }), bulkRate, foreignFiles),
          pace: new Pace({ perSecond: bulkRate }),
        },
        // An author looks on while it goes: a change that hangs is given up, the next one follows in three seconds.
        display: telegramDisplay(token, clientOf({ waitsOut429: false, patience: () => 5_000 })),
        download: (fileId) => downloadFile(bot.api, fileId),
        async begin() {
          if (intake.mode === "webhook") {
            await openWebhook(bot.api, intake, { log, signal });
            return async () => {};
          }
          const polling = new Polling(bot.api, { finish: handler.finish, inbox: new Inbox(database), clock, log });
          await startPolling(polling, { log, signal });
          return () => polling.stop();
        },
        introduce: () => introduce(bot.api, words, city.language, log),
      };
    },
  };
}
