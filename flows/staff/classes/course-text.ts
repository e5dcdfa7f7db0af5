import { setCourseText, type TextRefusal } from "../../../bot/classes/editing/course-edit-store.ts";
import { courseFields } from "../../../bot/classes/editing/editable.ts";
import { findEditableCourse } from "../../../bot/classes/editing/find-store.ts";
import type { BotContext, Reader } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import type { StateOf } from "../../../bot/doors/telegram/screen/callback.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import type { Revised } from "../../../bot/staff/revision.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { courseTextCallback, editCourseCallback, writeCourseTextCallback } from "./callbacks.ts";
import { editCourseText } from "./edit/edit-course.ts";
import { isWritten } from "./edit/save.ts";
import { formatRevised } from "./said.ts";

/** The words of a course in one language, each to be written anew. */
async function textView(
  { services, reader: { t } }: BotContext,
  { id, of: language }: { id: number; of: Language },
  said?: Html,
): Promise<View> {
  const course = await findEditableCourse(services.database, id);
  const text = course?.texts.find((own) => own.language === language);
  const write = (field: StateOf<typeof writeCourseTextCallback>["of"]["field"]) =>
    writeCourseTextCallback.data({ id, of: { language, field } });
  const parts =
    text && courseFields.map((field) => html`<b>${t(`class_edit.text.${field}`)}</b>\n${text[field] ?? "—"}\n`);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t(`language.name.${language}`)}</b>\n`,
      ...(parts ?? [t("class_edit.no_text_yet")]),
    ),
    keyboard: [
      ...(text ? courseFields.map((field) => [button(t(`class_edit.write.${field}`), write(field))]) : []),
      text ? [] : [button(t("class_edit.write.all"), write("all"))],
      text && course && course.texts.length > 1 ? [button(t("class_edit.remove_language"), write("ask none"))] : [],
      [button(t("button.back"), editCourseCallback.data(id)), toStaffMenu(t)],
    ],
  };
}

/** A text took time to write; the audit log alone would keep it. */
function askRemovingView({ t }: Reader, state: { id: number; of: Language }): View {
  const yes = writeCourseTextCallback.data({ id: state.id, of: { language: state.of, field: "none" } });
  return {
    text: t.html("class_edit.ask_remove", { language: t(`language.name.${state.of}`) }),
    keyboard: [[button(t("class_edit.yes_remove"), yes)], [button(t("button.back"), courseTextCallback.data(state))]],
  };
}

export const courseTextScreen = new Screen();

onStaffCallback(courseTextScreen, courseTextCallback, "classes.edit", async (ctx, state) =>
  show(ctx, await textView(ctx, state)),
);

onStaffCallback(
  courseTextScreen,
  writeCourseTextCallback,
  "classes.edit",
  async (ctx, { id, of: { language, field } }) => {
    if (field === "ask none") return show(ctx, askRemovingView(ctx.reader, { id, of: language }));
    if (field !== "none") return enter(ctx, editCourseText, id, language, field);
    const { services, reader } = ctx;
    const { t, person, now } = reader;
    const course = await findEditableCourse(services.database, id);
    const edition = { id, revision: course?.revision ?? 0 };
    const removed = await once(
      ctx,
      "remove",
      (database) => setCourseText(database, { by: person.id, now }, edition, { language, text: null }),
      isWritten,
    );
    if (removed.kind === "forbidden") return refuse(ctx);
    const said = isRefused(removed) ? html`${t("class_edit.last_language")}` : formatRevised(removed, t);
    await show(ctx, await textView(ctx, { id, of: language }, said));
  },
);

/** The last language of a course stays; nothing else is refused where one is taken away. */
const isRefused = (revised: Revised<TextRefusal>): revised is TextRefusal =>
  revised.kind === "last language" || revised.kind === "no title";
