import { findCourse } from "../../bot/classes/courses/course-store.ts";
import { findOwnClass } from "../../bot/classes/courses/own-enrolments-store.ts";
import { menuCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { send, show } from "../../bot/doors/telegram/screen/show.ts";
import { setSimpleMode } from "../../bot/people/person-store.ts";
import { html } from "../../bot/words/html.ts";
import {
  simpleHomeCallback,
  simpleLessonCallback,
  simpleModeCallback,
  simpleWatchCallback,
} from "../account/callbacks.ts";
import { menuView, replyKeyboard } from "../account/menu.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { hears, isMenuButton } from "../kit/reply-keyboard.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { withWayIn } from "../staff/way-in.ts";
import { writeToHuman } from "../threads/write-to-staff.ts";
import { simpleClassCallback, simpleCoursesCallback, simpleGroupsCallback, simpleOwnCallback } from "./callbacks.ts";
import { simpleCoursesView, simpleCourseView } from "./courses.ts";
import { simpleHomeView } from "./home.ts";
import { simpleClassView } from "./own-class.ts";
import { simpleOwnView } from "./own-things.ts";
import { watchView } from "./watch.ts";

/** Simple mode: on and off, its beginning, and the screens that show one of several things at a time. */
export const simpleScreen = new Screen();

const inPrivate = privatePartOf(simpleScreen);

onCallback(inPrivate, simpleModeCallback, async (ctx, isOn) => {
  const { services, reader } = ctx;
  const { t, person } = reader;
  await setSimpleMode(services.database, person.id, isOn);
  ctx.reader = { ...reader, person: { ...person, simpleMode: isOn } };
  await show(ctx, isOn ? simpleHomeView(t) : menuView(t, html`${t("simple.left")}`));
  // Only a new message can bring the other keyboard below the text field.
  await ctx.reply(t(isOn ? "simple.entered" : "simple.keyboard_back"), { reply_markup: replyKeyboard(ctx.reader) });
});

onCallback(inPrivate, menuCallback, async (ctx) => show(ctx, await withWayIn(ctx, menuView(ctx.reader.t))));
onCallback(inPrivate, simpleHomeCallback, (ctx) => show(ctx, simpleHomeView(ctx.reader.t)));
onCallback(inPrivate, simpleLessonCallback, async (ctx) => show(ctx, await simpleOwnView(ctx.services, ctx.reader, 0)));
onCallback(inPrivate, simpleWatchCallback, async (ctx, index) =>
  show(ctx, await watchView(ctx.services, ctx.reader, index)),
);
onCallback(inPrivate, simpleOwnCallback, async (ctx, index) =>
  show(ctx, await simpleOwnView(ctx.services, ctx.reader, index)),
);
onCallback(inPrivate, simpleCoursesCallback, async (ctx, index) =>
  show(ctx, await simpleCoursesView(ctx.services, ctx.reader, index)),
);

onCallback(inPrivate, simpleGroupsCallback, async (ctx, { courseId, index }) => {
  const { t, now, person } = ctx.reader;
  const course = await findCourse(ctx.services.database, courseId, t.language, now, person.id);
  if (course === null || !course.isOpen) return show(ctx, menuView(t, html`${t("course.gone")}`));
  await show(ctx, simpleCourseView(course, ctx.reader, index));
});

onCallback(inPrivate, simpleClassCallback, async (ctx, { enrolmentId, index }) => {
  const { t, now, person } = ctx.reader;
  const own = await findOwnClass(ctx.services.database, { enrolmentId, personId: person.id }, t.language, now);
  if (own === null) return show(ctx, await simpleOwnView(ctx.services, ctx.reader, 0));
  await show(ctx, simpleClassView(own, ctx.reader, index));
});

hears(simpleScreen, "simple.help", (ctx) => enter(ctx, writeToHuman, { kind: "question" }));

// Simple mode begins behind «Меню» and /start, whichever keyboard is still below.
onCommand(inPrivate, "simple", (ctx) => send(ctx, simpleHomeView(ctx.reader.t)));
inPrivate.use(async (ctx, next) => {
  const isHome = isMenuButton(ctx, "button.menu") || /^\/start(@\w+)?$/.test(ctx.message?.text ?? "");
  if (!ctx.reader.person.simpleMode || !isHome) return next();
  await send(ctx, simpleHomeView(ctx.reader.t));
});
