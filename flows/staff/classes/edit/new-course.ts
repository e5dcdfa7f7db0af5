import type { Area } from "../../../../bot/classes/areas.ts";
import { formatCourse } from "../../../../bot/classes/courses/words.ts";
import { createCourse } from "../../../../bot/classes/editing/course-edit-store.ts";
import { type CourseField, type CourseText, courseFields } from "../../../../bot/classes/editing/editable.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import { noteMade } from "../../../../bot/ideas/answer-store.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { chooseFields, type Language, languages, type Texts } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { answered } from "../../../kit/steps/answer.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { type Step, walk } from "../../../kit/steps/wizard.ts";
import { toStaffMenu } from "../../menu.ts";
import { askArea, askCourseField } from "../ask/ask-course.ts";
import { editCourseCallback, newGroupCallback } from "../callbacks.ts";
import { toSubjects } from "../labels.ts";

/** A resident's idea that something is made of. */
interface FromIdea {
  ideaId: number;
  language: Language;
  title: string;
  about: string;
}

interface Draft {
  area?: Area;
  texts: Partial<Record<Language, Partial<CourseText>>>;
  /** The languages in which it is to be written; the editor's own first. */
  languages: readonly Language[];
  isPublished?: boolean;
}

/**
 * Makes a course, of an idea with its title and text: subject → title, about, needs → the same in the other languages, or not → how residents see it → shown
 * or kept.
 */
export const newCourse = defineDialogue(
  "new-course",
  { version: 1 },
  async (conversation: Conversation, idea?: FromIdea): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const first = idea?.language ?? t.language;
    const others = languages.filter((language) => language !== first);
    const start: Draft = {
      texts: idea ? { [first]: { title: idea.title, about: idea.about } } : {},
      languages: [first],
    };
    const asked = await walk<Draft>(start, [
      {
        async ask(_, canGoBack) {
          const answer = await askArea(conversation, canGoBack);
          return answer.kind === "answer" ? answered({ area: answer.value }) : answer;
        },
      },
      ...courseFields
        .filter((field) => idea === undefined || field === "needs")
        .map((field) => textStep(conversation, first, field)),
      ...others.flatMap((language) => [
        languageStep(conversation, language),
        ...courseFields.map((field) => textStep(conversation, language, field)),
      ]),
      { ask: (draft, canGoBack) => askPublishing(conversation, draft, canGoBack) },
    ]);
    const { area, texts = {}, isPublished } = asked.kind === "answer" ? asked.value : {};
    if (area === undefined || isPublished === undefined) {
      await say(conversation, {
        text: html`${t("class_edit.new_course_stopped")}`,
        keyboard: [[toSubjects(t), toStaffMenu(t)]],
      });
      return;
    }
    const made = await conversation.dialogue.external((outer) =>
      once(outer, "new-course", async (database) => {
        const actor = { by: person.id, now: outer.reader.now };
        const course = await createCourse(database, actor, { area, texts: whole(texts), isPublished });
        if (course.kind === "done" && idea)
          await noteMade(database, actor, idea.ideaId, { kind: "course", id: course.value });
        return course;
      }),
    );
    if (made.kind === "forbidden") return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    await say(conversation, {
      text: html`${t(isPublished ? "class_edit.course_open" : "class_edit.course_kept")}`,
      keyboard: [
        [button(t("class_edit.new_group"), newGroupCallback.data(made.value))],
        [button(t("class_edit.to_course"), editCourseCallback.data(made.value)), toStaffMenu(t)],
      ],
    });
  },
);

function textStep(conversation: Conversation, language: Language, field: CourseField): Step<Draft> {
  return {
    isNeeded: (draft) => draft.languages.includes(language),
    async ask({ texts }, canGoBack) {
      const answer = await askCourseField(conversation, { field, language, canGoBack });
      if (answer.kind !== "answer") return answer;
      return answered({ texts: { ...texts, [language]: { ...texts[language], [field]: answer.value } } });
    },
  };
}

function languageStep(conversation: Conversation, language: Language): Step<Draft> {
  const { t } = conversation.ctx.reader;
  const name = t(`language.name.${language}`);
  return {
    async ask(draft, canGoBack) {
      const answer = await ask<boolean>(conversation, {
        text: t.html("class_edit.ask.other_language", { language: name }),
        again: html`${t("class_edit.press")}`,
        choices: [
          [{ label: t("class_edit.write_in", { language: name }), value: true }],
          [{ label: t("class_edit.skip"), value: false }],
        ],
        canGoBack,
      });
      if (answer.kind !== "answer") return answer;
      return answered(answer.value ? { languages: [...draft.languages, language] } : {});
    },
  };
}

/** The course as residents will see it. */
async function askPublishing(conversation: Conversation, { area, texts }: Draft, canGoBack: boolean) {
  const { reader } = conversation.ctx;
  const { t } = reader;
  const own = chooseFields(whole(texts), t.language);
  const words = {
    courseId: 0,
    area: area ?? "digital",
    isOpen: true,
    title: "",
    about: null,
    needs: null,
    ...own?.fields,
  };
  const from = { language: own?.languages.title ?? t.language, aboutLanguage: own?.languages.about ?? null };
  const answer = await ask<boolean>(conversation, {
    text: joinLines(
      html`<i>${t("class_edit.preview")}</i>\n`,
      formatCourse({ ...words, ...from, groups: [] }, [], reader),
    ),
    again: html`${t("class_edit.press")}`,
    choices: [
      [{ label: t("class_edit.publish_now"), value: true }],
      [{ label: t("class_edit.keep_draft"), value: false }],
    ],
    canGoBack,
  });
  return answer.kind === "answer" ? answered({ isPublished: answer.value }) : answer;
}

/** The languages that have a title. */
function whole(texts: Draft["texts"]): Texts<CourseText> {
  const known = languages.flatMap((language) => {
    const { title, about = null, needs = null } = texts[language] ?? {};
    return title === undefined ? [] : [[language, { title, about, needs }] as const];
  });
  return Object.fromEntries(known);
}
