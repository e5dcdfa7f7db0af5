import { z } from "zod";
import type { Services } from "../../context.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { findStaff } from "../../staff/act-store.ts";
import { may } from "../../staff/permissions.ts";
import { html, joinLines } from "../../words/html.ts";
import { feedCallback } from "./callbacks.ts";
import { findFeed, findRuns } from "./feed-store.ts";
import { formatRun, nameFeed } from "./words.ts";

const payload = z.object({ feedId: z.int() });

/** Tells who made a feed that it is in trouble; nothing where it is well again. */
export const renderers = ({ database, city }: Pick<Services, "database" | "city">): Record<string, Renderer> => ({
  async "feed-trouble"(delivery, { t, now }) {
    const { feedId } = payload.parse(delivery.payload);
    const feed = await findFeed(database, feedId);
    if (feed === null || feed.toldAt === null) return nothing("the feed is well again");
    const staff = await findStaff(database, delivery.personId);
    if (!may(staff, "feeds.manage", feed)) return nothing("not theirs any more");
    const [run] = await findRuns(database, feedId, 1);
    return {
      kind: "message",
      text: joinLines(
        html`<b>${t("feed.trouble", { name: nameFeed(feed, t) })}</b>`,
        run ? formatRun(run, { t, now, zone: city.timeZone }) : null,
        "",
        t(run?.outcome === "held" ? "feed.trouble_held" : "feed.trouble_failed"),
      ),
      keyboard: [[button(t("feed.button.open"), feedCallback.data(feedId))]],
    };
  },
});
