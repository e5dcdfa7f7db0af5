import type { PlainCondition } from "../../../../bot/announcements/audience/audience.ts";
import { findCoursesNamed, findEventsNamed, findGroupsOf } from "../../../../bot/announcements/draft/choice-store.ts";
import { findInstitutions } from "../../../../bot/programme/editing/name-store.ts";
import { audiences, sections } from "../../../../bot/programme/event.ts";
import { roles } from "../../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { languages } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { askSeveral } from "../../../kit/ask/ask-several.ts";
import { inRows } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { askNamed } from "./ask-named.ts";

const kinds = [
  "interested",
  "follows",
  "institution",
  "learners",
  "class",
  "took part",
  "languages",
  "seen",
  "unseen",
  "roles",
] as const;

type Kind = (typeof kinds)[number];

/** Keys of the texts of a kind: what its button says, and what it means. */
const keyOf = (kind: Kind) => (kind === "took part" ? "took_part" : kind);

/** How many there would be with that condition, in words. */
export type Count = (condition: PlainCondition) => Promise<string>;

/** Asks for one condition of an audience; what each button means stands above it. */
export async function askCondition(
  conversation: Conversation,
  { count }: { count: Count },
): Promise<Answer<PlainCondition>> {
  const { t } = conversation.ctx.reader;
  for (;;) {
    const kind = await ask<Kind>(conversation, {
      text: joinLines(
        t("announce.audience.ask_kind"),
        "",
        ...kinds.map(
          (one) =>
            html`<b>${t(`announce.audience.kind.${keyOf(one)}`)}</b> — ${t(`announce.audience.means.${keyOf(one)}`)}`,
        ),
      ),
      choices: inRows(
        kinds.map((one) => ({ label: t(`announce.audience.kind.${keyOf(one)}`), value: one })),
        2,
      ),
      again: html`${t("announce.again")}`,
      canGoBack: true,
    });
    if (kind.kind !== "answer") return kind;
    const condition = await askOf(conversation, kind.value, count);
    if (condition.kind !== "back") return condition;
  }
}

/** Asks for one or more of a few, with the number of people that there would be. */
async function askPeople<T extends string>(
  conversation: Conversation,
  question: { all: readonly T[]; label: (one: T) => string; condition: (some: T[]) => PlainCondition; count: Count },
): Promise<Answer<PlainCondition>> {
  const { t } = conversation.ctx.reader;
  const { all, label, condition, count } = question;
  const chosen = await askSeveral(conversation, {
    all,
    label,
    text: async (some) =>
      joinLines(
        t("announce.audience.ask_several"),
        some.length === 0 ? null : html`\n<b>${await count(condition([...some]))}</b>`,
      ),
    again: html`${t("announce.again")}`,
    ready: (some) => (some.length === 0 ? undefined : t("announce.audience.done")),
    perRow: 3,
    canGoBack: true,
  });
  return mapAnswer(chosen, condition);
}

async function askOf(conversation: Conversation, kind: Kind, count: Count): Promise<Answer<PlainCondition>> {
  const { t } = conversation.ctx.reader;
  const several = <T extends string>(
    all: readonly T[],
    label: (one: T) => string,
    condition: (some: T[]) => PlainCondition,
  ) => askPeople(conversation, { all, label, condition, count });
  switch (kind) {
    case "languages":
      return several(
        languages,
        (one) => t(`language.name.${one}`),
        (some) => ({ kind, languages: some }),
      );
    case "follows":
      return several(
        sections,
        (one) => t(`section.${one}`),
        (some) => ({ kind, sections: some }),
      );
    case "interested":
      return several(
        audiences,
        (one) => t(`announce.audience.who.${one}`),
        (some) => ({ kind, audiences: some }),
      );
    case "institution":
      return askInstitution(conversation);
    case "learners":
      return mapAnswer(await askStates(conversation), (states) => ({ kind, states }));
    case "roles":
      return several(
        roles,
        (one) => t(`role.button.${one}`),
        (some) => ({ kind, roles: some }),
      );
    case "unseen":
    case "seen":
      return askDays(conversation, kind);
    case "class":
      return askClass(conversation);
    case "took part":
      return askEvent(conversation);
  }
}

const usualDays = [7, 30, 90, 180];

async function askDays(conversation: Conversation, kind: "unseen" | "seen"): Promise<Answer<PlainCondition>> {
  const { t } = conversation.ctx.reader;
  const question = html`${t(kind === "unseen" ? "announce.audience.ask_unseen" : "announce.audience.ask_seen")}`;
  const answer = await ask<number>(conversation, {
    text: question,
    choices: [usualDays.map((days) => ({ label: t("announce.days", { days }), value: days }))],
    read: ({ message }) => readDays(message?.text),
    again: question,
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({ kind, days: answer.value }) : answer;
}

/** "45", "45 days"; up to ten years. */
function readDays(text: string | undefined): number | undefined {
  const days = Number(/^\d{1,4}(?=\D*$)/.exec(text?.trim() ?? "")?.[0]);
  return days >= 1 && days <= 3_650 ? days : undefined;
}

async function askEvent(conversation: Conversation): Promise<Answer<PlainCondition>> {
  const { t } = conversation.ctx.reader;
  const chosen = await askNamed(conversation, {
    text: t("announce.audience.ask_event"),
    find: (text) =>
      conversation.dialogue.external(({ services, reader: { now } }) =>
        findEventsNamed(services.database, { text, language: t.language, now }),
      ),
  });
  return chosen.kind === "answer" ? answered({ kind: "took part", eventIds: [chosen.value.id] }) : chosen;
}

type Class = Extract<PlainCondition, { kind: "class" }>;

/** A course with all of its groups, or one of them; who learns there, who waits, or both. */
async function askClass(conversation: Conversation): Promise<Answer<PlainCondition>> {
  const { dialogue } = conversation;
  const { t } = conversation.ctx.reader;
  const course = await askNamed(conversation, {
    text: t("announce.audience.ask_course"),
    find: (text) => dialogue.external(({ services }) => findCoursesNamed(services.database, text, t.language)),
  });
  if (course.kind !== "answer") return course;
  const courseId = course.value.id;
  const groups = await dialogue.external(({ services }) => findGroupsOf(services.database, courseId));
  const group = await ask<Pick<Class, "courseIds" | "groupIds">>(conversation, {
    text: html`${t("announce.audience.ask_group")}`,
    choices: [
      [{ label: t("announce.audience.whole_course"), value: { courseIds: [courseId], groupIds: [] } }],
      ...groups.map(({ id, title }) => [
        { label: t("announce.audience.group", { teacher: title }), value: { courseIds: [], groupIds: [id] } },
      ]),
    ],
    again: html`${t("announce.again")}`,
    canGoBack: true,
  });
  if (group.kind !== "answer") return group;
  return mapAnswer(await askStates(conversation), (states) => ({ kind: "class", ...group.value, states }));
}

/** Learners, people in the waiting list, or both. */
async function askStates(conversation: Conversation): Promise<Answer<Class["states"]>> {
  const { t } = conversation.ctx.reader;
  return ask<Class["states"]>(conversation, {
    text: html`${t("announce.audience.ask_states")}`,
    choices: [
      [
        { label: t("announce.audience.enrolled"), value: ["enrolled"] },
        { label: t("announce.audience.waiting"), value: ["waiting"] },
        { label: t("announce.audience.both"), value: ["enrolled", "waiting"] },
      ],
    ],
    again: html`${t("announce.again")}`,
    canGoBack: true,
  });
}

/** Institutions to choose from at a time. */
const mostInstitutions = 8;

async function askInstitution(conversation: Conversation): Promise<Answer<PlainCondition>> {
  const { t } = conversation.ctx.reader;
  const chosen = await askNamed(conversation, {
    text: t("announce.audience.ask_institution"),
    find: (said) =>
      conversation.dialogue.external(async ({ services }) =>
        (await findInstitutions(services.database, said, t.language, mostInstitutions)).map(({ id, name }) => ({
          id,
          title: name,
        })),
      ),
  });
  return mapAnswer(chosen, ({ id }) => ({ kind: "institution", institutionIds: [id] }));
}
