import type { Reader, Services } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { feedCallback } from "../../../bot/feeds/scheduled/callbacks.ts";
import { feedAccount } from "../../../bot/feeds/scheduled/feed-account.ts";
import { findFeed, findRuns, type ShownFeed } from "../../../bot/feeds/scheduled/feed-store.ts";
import { findToLookAt } from "../../../bot/feeds/scheduled/shown-store.ts";
import { formatMoment, formatRemark, formatRun, nameFeed } from "../../../bot/feeds/scheduled/words.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { preference } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback } from "../programme/callbacks.ts";
import {
  askDeleteFeedCallback,
  feedHourCallback,
  feedsCallback,
  forceFeedCallback,
  hintsCallback,
  pauseFeedCallback,
  resumeFeedCallback,
  runFeedCallback,
} from "./callbacks.ts";

const runsShown = 5;
const remarksShown = 5;
const eventsShown = 4;

type ForView = Pick<Services, "database" | "city">;
type ForReader = Pick<Reader, "t" | "person" | "now">;

/** A feed for somebody who may manage it; null for everybody else. */
export async function loadFeed(
  { database }: Pick<Services, "database">,
  { person }: Pick<Reader, "person">,
  feedId: number,
): Promise<ShownFeed | null> {
  const feed = await findFeed(database, feedId);
  return feed && may(await findStaff(database, person.id), "feeds.manage", feed) ? feed : null;
}

/** A feed with its last runs, and what of it waits for a human; null where this person may not look at it. */
export async function feedView(
  { database, city }: ForView,
  { t, person, now }: ForReader,
  feedId: number,
  said?: string,
): Promise<View | null> {
  const feed = await loadFeed({ database }, { person }, feedId);
  if (feed === null) return null;
  const runs = await findRuns(database, feedId, runsShown);
  const waiting = await findToLookAt(database, feedId, { language: t.language, now, most: eventsShown });
  const [last] = runs;
  const { remarks, moreRemarks, merged, suspected } = feedAccount.parse(last?.account ?? {});
  const shown = remarks.slice(0, remarksShown);
  const rest = remarks.length - shown.length + moreRemarks;
  const reader = { t, now, zone: city.timeZone };
  const toEvent = ({ eventId }: { eventId: number }) => eventCallback.data(eventId);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${nameFeed(feed, t)}</b>`,
      cutAtWord(withoutQuery(feed.address), 200),
      t("feed.whose", { name: houseOf(feed, t) }),
      t(`feed.action.${feed.action}`),
      t("feed.hour", { hour: `${String(feed.hour).padStart(2, "0")}:00` }),
      feed.pausedAt === null ? t("feed.next", { when: formatMoment(feed.nextAt, reader) }) : t("feed.paused"),
      "",
      runs.length === 0 ? t("feed.not_yet") : null,
      ...runs.map((run) => `• ${formatRun(run, reader)}`),
      shown.length > 0 ? html`\n${t("feed.remarks")}` : null,
      ...shown.map((remark) => `• ${cutAtWord(formatRemark(remark, t), 200)}`),
      rest > 0 ? t("feed.more", { count: rest }) : null,
      merged + suspected > 0 ? html`\n${t("feed.duplicates", { merged, suspected })}` : null,
      waiting.missingCount > 0 ? html`\n${t("feed.missing", { count: waiting.missingCount })}` : null,
      waiting.draftCount > 0 ? html`\n${t("feed.drafts", { count: waiting.draftCount })}` : null,
    ),
    keyboard: [
      ...listRows(waiting.missing, ({ title }) => t("feed.gone_event", { title }), toEvent),
      ...listRows(waiting.drafts, ({ title }) => title, toEvent),
      waiting.hintCount > 0
        ? [button(t("feed.button.hints", { count: waiting.hintCount }), hintsCallback.data(feedId))]
        : [],
      last?.outcome === "held" ? [button(t("feed.button.force"), forceFeedCallback.data(feedId))] : [],
      [
        button(t("feed.button.run"), runFeedCallback.data(feedId)),
        feed.pausedAt === null
          ? button(t("feed.button.pause"), pauseFeedCallback.data(feedId))
          : button(t("feed.button.resume"), resumeFeedCallback.data(feedId)),
      ],
      [
        button(t("feed.button.hour"), feedHourCallback.data(feedId)),
        button(t("feed.button.delete"), askDeleteFeedCallback.data(feedId)),
      ],
      [button(t("feed.title"), feedsCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

/** The addresses without what may be a key. */
const withoutQuery = (address: string): string => address.replaceAll(/\?\S*/gu, "");

export function houseOf({ institution }: Pick<ShownFeed, "institution">, t: Translate): string {
  if (institution === null) return t("feed.anybody");
  const names = new Map(institution.texts.map(({ language, name }) => [language, name]));
  const found = preference(t.language).find((language) => names.has(language));
  return (found && names.get(found)) ?? t("institution.unnamed");
}

export const toFeed = (t: Translate, feedId: number) => button(t("feed.button.open"), feedCallback.data(feedId));
