import type { BotContext } from "../../bot/context.ts";
import { openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { starButtons } from "../../bot/reminders/words.ts";
import { commentsCallback, writeCommentCallback } from "../../bot/voices/callbacks.ts";
import { findStanding } from "../../bot/voices/comments/find-store.ts";
import { formatTitle } from "../../bot/voices/comments/words.ts";
import { findOwnCourseRating } from "../../bot/voices/course-rating-store.ts";
import { findOwnRating } from "../../bot/voices/rating-store.ts";
import type { Stars } from "../../bot/voices/stars.ts";
import type { VoiceTopic } from "../../bot/voices/topic.ts";
import { courseStars } from "../../bot/voices/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { courseCallback } from "../classes/callbacks.ts";

/** The card of an event or a course. */
export const toCard = ({ kind, id }: VoiceTopic, t: Translate): Row => [
  button(t("button.back"), kind === "event" ? openCardData(id) : courseCallback.data({ courseId: id, page: 0 })),
];

/** The way to what people say, and to a comment of one's own. */
export const voiceRow = (topic: VoiceTopic, t: Translate): Row => [
  button(t("comment.button.write"), writeCommentCallback.data(topic)),
  button(t("comment.button.list"), commentsCallback.data({ topic, page: 0 })),
];

/** One to five stars for an event or a course; the one given is ticked. */
export const starRow = ({ kind, id }: VoiceTopic, t: Translate, given?: Stars): Row =>
  kind === "event" ? starButtons(id, t, given) : courseStars(id, t, given);

/** The stars to choose from; `given` says thanks for those that were just given. */
export async function starsView({ services, reader }: BotContext, topic: VoiceTopic, given?: Stars): Promise<View> {
  const { t, now, person } = reader;
  const { database } = services;
  const standing = await findStanding(database, topic, now);
  if (standing === null) return menuView(t, html`${t("card.gone")}`);
  const own =
    given ??
    (topic.kind === "event"
      ? await findOwnRating(database, { personId: person.id, occurrenceId: topic.id })
      : await findOwnCourseRating(database, { personId: person.id, courseId: topic.id }));
  return {
    text: joinLines(
      html`<b>${formatTitle(standing, t)}</b>`,
      "",
      given === undefined ? t("comment.ask_stars") : t("comment.thanks", { count: given }),
    ),
    keyboard: [starRow(topic, t, own ?? undefined), voiceRow(topic, t), [...toCard(topic, t), toMenu(t)]],
  };
}
