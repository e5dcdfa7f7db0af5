import type { InlineQueryResult } from "grammy/types";
import { certificateAttendance } from "../../bot/classes/certificates/certificate.ts";
import type { CourseCard } from "../../bot/classes/courses/course.ts";
import { findCourse } from "../../bot/classes/courses/course-store.ts";
import { formatCourse, groupsPerPage } from "../../bot/classes/courses/words.ts";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { isTooLate } from "../../bot/doors/telegram/client/refusal.ts";
import { deepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { posterAddress } from "../../bot/doors/telegram/screen/poster-address.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { findCards } from "../../bot/programme/card/card-store.ts";
import { formatCard, titleOf } from "../../bot/programme/card/words.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { search } from "../../bot/programme/search/search-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { textIn } from "../../bot/words/language.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { Screen } from "../kit/screen.ts";
import { findCoursesMeant } from "./courses-meant.ts";

/** Results offered at once; Telegram takes 50. */
const results = 10;

/** Seconds that Telegram may keep an answer: a card says "in 25 min". */
const keepFor = 60;

/** Cards for `@bot джаз` in any chat, and courses that the words may mean; without words, what is on tonight. */
export const inlineMode = new Screen();

inlineMode.use(async (ctx, next) => {
  const { services, reader, me, inlineQuery } = ctx;
  if (inlineQuery === undefined) return next();
  const { ids, courses, areCoursesFirst } = await find(ctx, inlineQuery.query.trim());
  const cards = await findCards(services.database, ids, reader.now);
  const events = cards.filter((card) => !card.withdrawn).map((card) => result(card, services, reader, me.username));
  const classes = courses.map((course) => courseResult(course, services, reader, me.username));
  const all = areCoursesFirst ? [...classes, ...events] : [...events, ...classes];
  await answer(ctx, all.slice(0, results), {
    cache_time: keepFor,
    is_personal: true,
    button: {
      text: reader.t(all.length > 0 ? "inline.open_bot" : "inline.nothing"),
      start_parameter: "inline",
    },
  });
});

/** Answers the query; too late, that is refused, and nobody waits for it any more. */
async function answer(ctx: BotContext, ...how: Parameters<BotContext["answerInlineQuery"]>): Promise<void> {
  try {
    await ctx.answerInlineQuery(...how);
  } catch (error) {
    if (!isTooLate(error)) throw error;
  }
}

interface Found {
  /** Numbers of the dates that were found. */
  ids: number[];
  courses: CourseCard[];
  areCoursesFirst: boolean;
}

async function find({ services, reader }: BotContext, text: string): Promise<Found> {
  const { t, now, zone } = reader;
  const { database } = services;
  if (text === "") {
    const listing = { scope: { kind: "tonight" }, filters: {}, page: 0 } as const;
    const { rows } = await findListed(database, listing, { language: t.language, now, zone });
    return { ids: rows.map(({ occurrenceId }) => occurrenceId), courses: [], areCoursesFirst: false };
  }
  const outcome = await search(database, { text, now, zone, limit: results, offset: 0 });
  const meant = await findCoursesMeant(services, reader, outcome);
  // The whole chat reads it, so it names no place of the sender's.
  const cards = await Promise.all(meant.map(({ courseId }) => findCourse(database, courseId, t.language, now)));
  const courses = cards.filter((course) => course !== null).filter(({ isOpen }) => isOpen);
  const areCoursesFirst = outcome.understanding.isForClass;
  const hits = outcome.kind === "nothing" || (areCoursesFirst && outcome.kind !== "found") ? [] : outcome.hits;
  return { ids: hits.flatMap(({ occurrenceId }) => occurrenceId ?? []), courses, areCoursesFirst };
}

function courseResult(course: CourseCard, { city }: Services, reader: Reader, bot: string): InlineQueryResult {
  const { t } = reader;
  const shown = course.groups.slice(0, groupsPerPage);
  const text = formatCourse(course, shown, reader, city.certificateAttendance ?? certificateAttendance);
  const link = deepLink(bot, { kind: "course", id: course.courseId });
  return {
    type: "article",
    id: `course ${course.courseId}`,
    title: course.title,
    description: t("card.line", { first: t(`area.${course.area}`), second: t("course.facts") }),
    input_message_content: {
      message_text: String(text),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [[urlButton(t("button.open"), link)]] },
  };
}

function result(card: Card, services: Services, reader: Reader, botUsername: string): InlineQueryResult {
  const poster = posterAddress(card.posterUrl, services.posterBase ?? services.publicUrl);
  const { t, zone, now } = reader;
  const place = card.place && textIn(card.place.texts, t.language)?.title;
  const when = capitalise(formatWhen(card, t, zone, now));
  return {
    type: "article",
    id: String(card.occurrenceId),
    title: titleOf(card, t.language),
    ...(poster !== undefined && { thumbnail_url: poster }),
    description: t("card.line", { first: when, second: place ?? t(`mode.${card.attendanceMode}`) }),
    input_message_content: {
      message_text: String(formatCard(card, reader, false)),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    reply_markup: {
      inline_keyboard: [
        [urlButton(t("button.open"), deepLink(botUsername, { kind: "occurrence", id: card.occurrenceId }))],
      ],
    },
  };
}
