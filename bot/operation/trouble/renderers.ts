import { z } from "zod";
import { announcementCallback } from "../../announcements/callbacks.ts";
import { findAnnounced } from "../../announcements/sending/text-store.ts";
import { formatTitle } from "../../announcements/title.ts";
import type { Services } from "../../context.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { feedCallback } from "../../feeds/scheduled/callbacks.ts";
import { findFeed } from "../../feeds/scheduled/feed-store.ts";
import { nameFeed } from "../../feeds/scheduled/words.ts";
import { html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { type OperatingTrouble, parseTrouble } from "./trouble.ts";

const payload = z.object({ name: z.string(), isOver: z.boolean(), since: z.coerce.date() });

/** Writes what owners and admins are told of what does not work: what it is, since when, what to do; and that it works again. */
export function renderers({ database, city }: Pick<Services, "database" | "city">): Record<string, Renderer> {
  /** What it is called; null where it is no more. */
  async function titleOf(trouble: OperatingTrouble, t: Translate): Promise<string | null> {
    switch (trouble.kind) {
      case "job":
        return t("trouble.title.job", { job: trouble.job });
      case "queue":
        return t("trouble.title.queue");
      case "feed": {
        const feed = await findFeed(database, trouble.feedId);
        return feed && t("trouble.title.feed", { name: nameFeed(feed, t) });
      }
      case "announcement": {
        const announced = await findAnnounced(database, trouble.announcementId);
        return announced && t("trouble.title.announcement", { title: formatTitle(announced.texts, t) });
      }
    }
  }

  return {
    async trouble(delivery, { t, now }) {
      const { name, isOver, since } = payload.parse(delivery.payload);
      const trouble = parseTrouble(name);
      if (trouble === undefined) return nothing("an unknown trouble");
      const lasts = (await database.trouble.findUnique({ where: { name } })) !== null;
      if (lasts === isOver) return nothing(isOver ? "it is back again" : "it is over already");
      const title = await titleOf(trouble, t);
      if (title === null) return nothing("it is gone");
      const when = t("date.day_and_time", {
        day: formatDay(since, t, city.timeZone, now),
        time: formatTime(since, city.timeZone),
      });
      return {
        kind: "message",
        text: isOver
          ? html`${t("trouble.over", { title, when })}`
          : joinLines(html`<b>${t("trouble.begun", { title, when })}</b>`, whatToDo(trouble, t)),
        keyboard: isOver ? [] : doorTo(trouble, t),
      };
    },
  };
}

/** Commands of the terminal, which are no words of any language. */
const [doctor, queue] = ["npm run doctor", "npm run admin -- queue"];

function whatToDo({ kind }: OperatingTrouble, t: Translate): string {
  switch (kind) {
    case "job":
      return t("trouble.do.job", { doctor });
    case "queue":
      return t("trouble.do.queue", { doctor, queue });
    default:
      return t(`trouble.do.${kind}`);
  }
}

/** The screen on which it can be put right, where there is one. */
function doorTo(trouble: OperatingTrouble, t: Translate) {
  switch (trouble.kind) {
    case "feed":
      return [[button(t("feed.button.open"), feedCallback.data(trouble.feedId))]];
    case "announcement":
      return [[button(t("announce.button.open"), announcementCallback.data(trouble.announcementId))]];
    default:
      return [];
  }
}
