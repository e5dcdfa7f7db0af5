import { button } from "../doors/telegram/screen/keyboard.ts";
import { starLabel } from "../reminders/words.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { rateCourseCallback, rateLessonCallback } from "./callbacks.ts";
import { fewestShown, peopleIn, type StarCounts } from "./score.ts";
import { type Stars, stars } from "./stars.ts";

/** One to five stars for a course, and for a lesson; the one given is ticked. */
export const courseStars = (courseId: number, t: Translate, given?: Stars) =>
  stars.map((count) => button(starLabel(count, t, given), rateCourseCallback.data({ courseId, stars: count })));
export const lessonStars = (lessonId: number, t: Translate, given?: Stars) =>
  stars.map((count) => button(starLabel(count, t, given), rateLessonCallback.data({ lessonId, stars: count })));

/** Signs of a bar. */
const barWidth = 10;

/** How people found something: the mean with the number of people, and how many gave how many stars, the best first. */
export function formatScore({ counts, mean }: { counts: StarCounts; mean: number }, t: Translate): Html {
  const people = peopleIn(counts);
  if (people < fewestShown) return html`${t("comment.too_few", { count: people, most: fewestShown })}`;
  const most = Math.max(...counts);
  const lines = counts.map((count, index) => {
    const bar = "█".repeat(Math.round((count / most) * barWidth)).padEnd(barWidth, "░");
    return t("comment.bar", { stars: index + 1, bar, count });
  });
  return joinLines(t("comment.score", { mean, count: people }), ...lines.toReversed());
}
