import { z } from "zod";
import { announcedCourseCallback } from "../../announcements/callbacks.ts";
import type { Services } from "../../context.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { cutAtWord } from "../../words/cut.ts";
import { html, joinLines } from "../../words/html.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { unfollowCallback } from "../callbacks.ts";
import { findNewGroups } from "./news-store.ts";

const payload = z.object({
  until: z.iso.datetime().transform((text) => new Date(text)),
  known: z.record(
    z.string(),
    z.number().transform((milliseconds) => new Date(milliseconds)),
  ),
});

/** Writes what is new in the subjects that a person follows. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "new-groups"(delivery, recipient) {
    const { t, now, zone } = recipient;
    const { until, known } = payload.parse(delivery.payload);
    const planned = { until, known: new Map(Object.entries(known)) };
    const courses = await findNewGroups(database, delivery.personId, planned, { language: t.language, now });
    if (courses.length === 0) return nothing("no new group takes people any more, or nobody follows it");
    const areas = [...new Set(courses.map(({ area }) => area))];
    return {
      kind: "message",
      text: joinLines(
        html`<b>${t("follow.news")}</b>`,
        ...courses.map(({ title, groups, nextStartsAt }) => {
          const when = t("date.day_and_time", {
            day: formatDay(nextStartsAt, t, zone, now),
            time: formatTime(nextStartsAt, zone),
          });
          return html`\n<b>${cutAtWord(title, 100)}</b>\n${t("follow.row", { groups, when })}`;
        }),
      ),
      keyboard: [
        ...courses.map(({ title, courseId }) => [button(title, announcedCourseCallback.data(courseId))]),
        ...(areas.length === 1 ? areas.map((area) => [button(t("follow.off"), unfollowCallback.data(area))]) : []),
      ],
    };
  },
});
