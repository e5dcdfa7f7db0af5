import { conversations } from "@grammyjs/conversations";
import { type ApiClientOptions, Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { BotContext, FlowContext, Services } from "../bot/context.ts";
import type { OpenDoor } from "../bot/doors/door.ts";
import { dialogueReader } from "../bot/doors/telegram/dialogue/dialogue-reader.ts";
import { dialogueStorage } from "../bot/doors/telegram/dialogue/dialogue-store.ts";
import { telegramDoor } from "../bot/doors/telegram/door.ts";
import { askersLanguage } from "../bot/doors/telegram/intake/asker.ts";
import { membership } from "../bot/doors/telegram/intake/blocked-users.ts";
import { addressed } from "../bot/doors/telegram/intake/for-this-bot.ts";
import { arrive } from "../bot/doors/telegram/intake/identify.ts";
import { mutedScreen } from "./account/announcement-buttons.ts";
import { helpScreen } from "./account/help.ts";
import { linkScreen } from "./account/linking/answer-link.ts";
import { doorsScreen } from "./account/linking/doors.ts";
import { menuScreen } from "./account/menu.ts";
import { privacyScreen } from "./account/privacy.ts";
import { settingsScreen } from "./account/settings.ts";
import { startScreen } from "./account/start.ts";
import { timeZoneScreen } from "./account/time-zone.ts";
import { articleScreen } from "./articles/article.ts";
import { newsAsked } from "./articles/asked.ts";
import { articlesScreen } from "./articles/list.ts";
import { classesScreens } from "./classes/screens.ts";
import { collectionsScreens } from "./collections/screens.ts";
import { runningDialogues } from "./dialogues.ts";
import { ownVoicesScreen } from "./ideas/own-voices.ts";
import { ideasScreen } from "./ideas/screen.ts";
import { wayOut } from "./kit/exit-dialogue.ts";
import { lateAnswers } from "./kit/expired-dialogue.ts";
import { leftovers } from "./kit/fallback.ts";
import { overlongDialogues } from "./kit/overlong-dialogues.ts";
import { Screen } from "./kit/screen.ts";
import { strangers } from "./kit/strangers.ts";
import { offerScreen } from "./offers/card.ts";
import { offersScreen } from "./offers/list.ts";
import { planningScreens } from "./planning/screens.ts";
import { cardScreen } from "./programme/card.ts";
import { datesScreen } from "./programme/dates.ts";
import { filtersScreen } from "./programme/filters/filters.ts";
import { searchFiltersScreen } from "./programme/filters/search-filters.ts";
import { inlineMode } from "./programme/inline.ts";
import { institutionScreen } from "./programme/institution.ts";
import { listScreen } from "./programme/list.ts";
import { nearScreen } from "./programme/near.ts";
import { otherDatesScreen } from "./programme/other-dates.ts";
import { wishRecordingScreen } from "./programme/recordings/wish-recording.ts";
import { searchScreen } from "./programme/search.ts";
import { similarScreen } from "./programme/similar/similar.ts";
import { similarFiltersScreen } from "./programme/similar/similar-filters.ts";
import { questionsScreen } from "./questions/screen.ts";
import { calendarScreen } from "./reminders/calendar.ts";
import { digestScreen } from "./reminders/digest.ts";
import { myScreen } from "./reminders/my.ts";
import { quietHoursScreen } from "./reminders/quiet-hours.ts";
import { remindScreen } from "./reminders/remind.ts";
import { remindedScreen } from "./reminders/reminder-buttons.ts";
import { simpleScreen } from "./simple/screens.ts";
import { channelsHeard } from "./staff/channels/hear.ts";
import { staffScreens } from "./staff/screens.ts";
import { isInStaffGroup, staffGroupScreen } from "./staff/threads/group.ts";
import { meantForStaff } from "./threads/meant-for-staff.ts";
import { threadsScreen } from "./threads/screen.ts";
import { followUps } from "./understood/follow-ups.ts";
import { houseAsked } from "./understood/house-asked.ts";
import { rememberLists } from "./understood/last-list.ts";
import { plainWords } from "./understood/plain-words.ts";
import { thingAsked } from "./understood/thing-asked.ts";
import { understood, understoodAside } from "./understood/understood.ts";
import { voicesScreen } from "./voices/screen.ts";
import { votesScreen } from "./votes/screen.ts";
import { followSectionsScreen } from "./wishes/follow-sections.ts";
import { wishesScreen } from "./wishes/screen.ts";

export { redraws } from "./kit/redraws.ts";

export interface BotOptions {
  token: string;
  /** What getMe said; with it the bot needs no call to begin. */
  botInfo: UserFromGetMe;
  client: ApiClientOptions;
  /** The messenger that it speaks to. Default: Telegram. */
  door?: OpenDoor;
}

/** The bot without any way in or out of the process; the order of its parts is the order below. */
export function createBot(
  services: Services,
  { token, botInfo, client, door = telegramDoor }: BotOptions,
): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { botInfo, client });

  const storage = dialogueStorage();
  bot.use(
    new Screen(
      (ctx, next) => {
        ctx.door = door;
        return next();
      },
      // Channels have no person behind them: their posts are read where staff has connected them, and answered never.
      channelsHeard(services),
      // Groups talk among themselves; nothing there costs a statement unless it names the bot. Staff answers in its own.
      addressed<BotContext>(isInStaffGroup(services)),
      // Before anybody is made known: whoever had themselves erased may block the bot and stays unknown.
      membership(services),
      // Who it is, in which words to answer, handled before or not: everything below rests on it.
      arrive(services),
      rememberLists,
      // Inline queries have no chat and no dialogue; they come with every letter typed, so they leave early.
      inlineMode,
      // A press makes nobody known: what is not public invites to begin.
      strangers,
      askersLanguage,
      // What is written there is an answer, and nothing else.
      staffGroupScreen,

      overlongDialogues,
      conversations<BotContext, FlowContext>({ storage, plugins: dialogueReader(services, door) }),
      // Before the dialogues: a running one would take "/start" for an answer.
      wayOut,
      runningDialogues,
      // What was meant for a dialogue that waited too long, or that a new version of the program asks differently.
      lateAnswers,

      // Before the start and the menu, which it stands in for.
      simpleScreen,
      startScreen,
      menuScreen,
      listScreen,
      cardScreen,
      institutionScreen,
      filtersScreen,
      datesScreen,
      nearScreen,
      remindScreen,
      remindedScreen,
      myScreen,
      quietHoursScreen,
      timeZoneScreen,
      otherDatesScreen,
      settingsScreen,
      privacyScreen,
      helpScreen,
      searchScreen,
      searchFiltersScreen,
      digestScreen,
      calendarScreen,
      mutedScreen,
      threadsScreen,
      wishesScreen,
      followSectionsScreen,
      votesScreen,
      wishRecordingScreen,
      similarScreen,
      similarFiltersScreen,
      offersScreen,
      offerScreen,
      articlesScreen,
      articleScreen,
      ideasScreen,
      questionsScreen,
      ownVoicesScreen,
      voicesScreen,
      collectionsScreens,
      planningScreens,
      doorsScreen,
      linkScreen,
      classesScreens,
      staffScreens,
      // Behind every screen that listens for words of its own.
      followUps,
      newsAsked,
      understood,
      meantForStaff,
      houseAsked,
      thingAsked,
      understoodAside,
      plainWords,
      // Everything gets an answer.
      leftovers,
    ),
  );

  return bot;
}
