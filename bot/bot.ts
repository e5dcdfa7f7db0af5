import { conversations } from "@grammyjs/conversations";
import { type ApiClientOptions, Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { calendarScreen } from "../flows/calendar.ts";
import { cardScreen } from "../flows/card.ts";
import { classesScreens } from "../flows/classes/screens.ts";
import { courtesy } from "../flows/courtesy.ts";
import { datesScreen } from "../flows/dates.ts";
import { dialogueVersion, runningDialogues } from "../flows/dialogues.ts";
import { digestScreen } from "../flows/digest.ts";
import { filtersScreen } from "../flows/filters.ts";
import { helpScreen } from "../flows/help.ts";
import { inlineMode } from "../flows/inline.ts";
import { lateAnswers } from "../flows/late.ts";
import { leftovers } from "../flows/leftovers.ts";
import { listScreen } from "../flows/list.ts";
import { menuScreen } from "../flows/menu.ts";
import { mutedScreen } from "../flows/muted.ts";
import { myScreen } from "../flows/my.ts";
import { nearScreen } from "../flows/near.ts";
import { otherDatesScreen } from "../flows/other-dates.ts";
import { overlongDialogues } from "../flows/overlong.ts";
import { privacyScreen } from "../flows/privacy.ts";
import { quietHoursScreen } from "../flows/quiet-hours.ts";
import { remindScreen } from "../flows/remind.ts";
import { remindedScreen } from "../flows/reminded.ts";
import { plainWords, searchScreen } from "../flows/search.ts";
import { settingsScreen } from "../flows/settings.ts";
import { staffScreens } from "../flows/staff/screens.ts";
import { startScreen } from "../flows/start.ts";
import { strangers } from "../flows/strangers.ts";
import { timeZoneScreen } from "../flows/time-zone.ts";
import { wayOut } from "../flows/way-out.ts";
import type { BotContext, FlowContext, Services } from "./context.ts";
import { dialogueReader } from "./doors/telegram/dialogue/dialogue-reader.ts";
import { dialogueStorage } from "./doors/telegram/dialogue/dialogue-store.ts";
import { membership } from "./doors/telegram/intake/blocked-users.ts";
import { addressed } from "./doors/telegram/intake/for-this-bot.ts";
import { arrive } from "./doors/telegram/intake/identify.ts";

export { redraws } from "../flows/redraws.ts";

export interface BotOptions {
  token: string;
  /** What getMe said; with it the bot needs no call to begin. */
  botInfo: UserFromGetMe;
  client: ApiClientOptions;
}

/** The bot without any way in or out of the process; the order of its parts is the order below. */
export function createBot(services: Services, { token, botInfo, client }: BotOptions): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { botInfo, client });

  // Groups talk among themselves; nothing there costs a statement unless it names the bot.
  bot.use(addressed);
  // Before anybody is made known: whoever had themselves erased may block the bot and stays unknown.
  bot.use(membership(services));
  // Who it is, in which words to answer, handled before or not: everything below rests on it.
  bot.use(arrive(services));
  // Inline queries have no chat and no dialogue; they come with every letter typed, so they leave early.
  bot.use(inlineMode);
  // A press makes nobody known: what is not public invites to begin.
  bot.use(strangers);

  const storage = dialogueStorage(dialogueVersion);
  bot.use(overlongDialogues);
  bot.use(conversations<BotContext, FlowContext>({ storage, plugins: dialogueReader(services) }));
  // Before the dialogues: a running one would take "/start" for an answer.
  bot.use(wayOut);
  bot.use(runningDialogues);
  // What was meant for a dialogue that waited too long, or that a new version of the program asks differently.
  bot.use(lateAnswers);

  // What is pressed most comes first: an update passes every layer before its own.
  bot.use(startScreen, menuScreen, listScreen, cardScreen, filtersScreen, datesScreen, nearScreen);
  bot.use(remindScreen, remindedScreen, myScreen, quietHoursScreen, timeZoneScreen);
  bot.use(otherDatesScreen, settingsScreen, privacyScreen, helpScreen, searchScreen);
  bot.use(digestScreen, calendarScreen, mutedScreen);
  bot.use(classesScreens, staffScreens);
  // Behind every screen that listens for words of its own.
  bot.use(courtesy, plainWords);
  // Everything gets an answer.
  bot.use(leftovers);

  return bot;
}
