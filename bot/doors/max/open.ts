import type { Bot } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Displays } from "../../announcements/progress/progress-message.ts";
import type { BotContext, Services } from "../../context.ts";
import type { Exit } from "../../delivery/sending/exits.ts";
import type { ApiCall } from "../../metrics.ts";
import { wayOut } from "../../net/way-out.ts";
import type { DoorDeps } from "../opened-door.ts";
import { spoken } from "../telegram/intake/identify.ts";
import { Gate, type GateOptions, maxRates } from "./client/gate.ts";
import { MaxClient } from "./client/max-client.ts";
import { maxDoor } from "./door.ts";
import { MaxFiles } from "./sending/files-store.ts";
import { maxDisplay } from "./sending/live-message.ts";
import { maxMessenger } from "./sending/messenger.ts";
import { MaxWire } from "./wire/max-wire.ts";
import { SentMessages } from "./wire/sent-messages-store.ts";

export interface MaxSettings {
  token: string;
  apiRoot: string;
  proxy?: string | undefined;
  caFile?: string | undefined;
}

/** Makes the client of MAX. Throws where the file of certificates cannot be read. */
export function createMaxClient(
  { token, apiRoot, proxy, caFile }: MaxSettings,
  onCall?: (call: ApiCall) => void,
  rates: GateOptions = maxRates,
): MaxClient {
  const gate = new Gate(rates);
  return new MaxClient({ token, apiRoot, gate, by: wayOut({ proxy, caFile }), ...(onCall && { onCall }) });
}

export interface OpenMax {
  exit: Exit;
  display: NonNullable<Displays[keyof Displays]>;
  /** What updates are handed to. */
  bot: Pick<Bot<BotContext>, "api" | "handleUpdate">;
}

export interface MaxDeps {
  services: Services;
  client: MaxClient;
  botInfo: UserFromGetMe;
  /** Fetches files that were sent at other messengers. */
  foreign: DoorDeps["foreign"];
  /** Makes the bot with all its flows. */
  createBot: DoorDeps["createBot"];
}

/** Opens MAX: the same flows through its wire, and its own way out for deliveries. */
export function openMax({ services, client, botInfo, foreign, createBot }: MaxDeps): OpenMax {
  const { database, clock, words, city } = services;
  const now = () => clock.now();
  const messages = new SentMessages(database);
  const files = new MaxFiles({ client, database, foreign, now });
  const sayTaken = (languageCode: string | undefined) => words.for(spoken(languageCode, city.language))("said.taken");
  const wire = new MaxWire({ client, messages, files, now, sayTaken });
  const bot = createBot({ token: client.token, botInfo, client: wire.client, door: maxDoor(client) });
  return {
    exit: { messenger: maxMessenger(client, files), pace: client.gate.pace },
    display: maxDisplay(client, messages, now),
    bot: { api: bot.api, handleUpdate: (update: Update) => wire.handle(update, (own) => bot.handleUpdate(own)) },
  };
}
