import { canReplace, secondAdminFrom } from "../../../bot/announcements/announcement.ts";
import { countSent } from "../../../bot/announcements/audience/count-store.ts";
import { keepingCaption, withCaption } from "../../../bot/announcements/caption.ts";
import { type Corrected, type Correction, correct } from "../../../bot/announcements/draft/correction-store.ts";
import { findAnnouncement } from "../../../bot/announcements/draft/draft-store.ts";
import { findNextWeek } from "../../../bot/announcements/draft/series-store.ts";
import { formatMoment } from "../../../bot/announcements/progress/report-words.ts";
import { formatTitle } from "../../../bot/announcements/title.ts";
import type { FlowContext, Services } from "../../../bot/context.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { languages, type Texts } from "../../../bot/words/language.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { askContent } from "../../kit/ask/ask-content.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { retire } from "../../kit/steps/dialogue-message.ts";
import { saidToOthers } from "./ask/ask-confirmation.ts";
import { askNumber } from "./ask/ask-number.ts";
import { empty, type Written } from "./draft.ts";
import { sayLast } from "./finish.ts";
import { explainRefusal, sendPreview, sendPreviews } from "./preview.ts";

/** Changes what was sent, or takes it back from everybody: the new texts, how they look, the number, the number typed. */
export const correctAnnouncement = defineDialogue(
  "correct-announcement",
  { version: 3 },
  async (conversation: Conversation, announcementId: number, kind: Correction["kind"]): Promise<void> => {
    const { dialogue, ctx } = conversation;
    const { t, person } = ctx.reader;
    const sent = await dialogue.external(({ services, reader }) =>
      findSent(services.database, reader.now, announcementId, kind),
    );
    if (sent === null) return sayLast(conversation, t("announce.gone"));
    const { count, tooOld, nextAt, ...written } = sent;
    if (count === 0)
      return sayLast(conversation, t(tooOld > 0 ? "announce.correct.too_old" : "announce.correct.nobody"));
    const prepared = kind === "edit" ? await askTexts(conversation, written) : answered(written.texts);
    if (prepared.kind !== "answer") return sayLast(conversation, t("announce.correct.stopped"));
    const texts = prepared.value;
    if (kind === "delete") await sendPreview(ctx, written, t.language);
    const title = formatTitle(written.texts, t);
    const surety = kind === "edit" ? editOf(ctx, { title, count }) : deletionOf(ctx, { title, count, tooOld, nextAt });
    const sure = await askSure(conversation, { count, act: kind }, surety);
    if (sure.kind !== "answer") return sayLast(conversation, t("announce.correct.stopped"));
    const acted = await dialogue.external((outer) =>
      once(outer, "correct", (database) => {
        const correction = kind === "edit" ? { kind, texts } : { kind, endsSeries: sure.value === "series" };
        const limits = { secondAdminFrom: outer.services.city.secondAdminFrom ?? secondAdminFrom };
        return correct(database, { by: person.id, now: outer.reader.now }, announcementId, correction, limits);
      }),
    );
    const said = acted.kind === "forbidden" ? t("staff.not_open") : await saidOf(conversation, acted.value);
    await sayLast(conversation, said);
  },
);

async function saidOf(conversation: Conversation, corrected: Corrected): Promise<string> {
  const { t } = conversation.ctx.reader;
  switch (corrected.kind) {
    case "correcting":
      return corrected.state === "proposed" ? saidToOthers(conversation) : t("announce.confirm.begins");
    case "unfitting":
      return t("announce.correct.unfitting", { language: t(`announce.in.${corrected.language}`) });
    case "nobody":
      return t("announce.correct.nobody");
    case "too old":
      return t("announce.correct.too_old");
    case "elsewhere":
      return t("announce.elsewhere");
  }
}

/** Whom a correction reaches. */
interface Sent {
  count: number;
  /** People whose message Telegram does not delete any more. */
  tooOld: number;
  /** When a weekly one comes again, an ISO instant; null: it does not. */
  nextAt: string | null;
}

async function findSent(
  database: Services["database"],
  now: Date,
  id: number,
  correction: Correction["kind"],
): Promise<(Written & Sent) | null> {
  const found = await findAnnouncement(database, id);
  if (found === null || found.audience.kind !== "people") return null;
  const recipients = { kind: "recipients", announcementId: id, correction } as const;
  const next = await findNextWeek(database, id);
  const { texts, buttons, audience } = found;
  return {
    ...{ ...empty, texts, buttons, audience },
    ...(await countSent(database, recipients, now)),
    nextAt: next?.startAt?.toISOString() ?? null,
  };
}

/** The new text in each language that was sent, or the old one; again until Telegram takes them. */
async function askTexts(
  conversation: Conversation,
  { texts: sent, buttons, audience }: Written,
): Promise<Answer<Texts<Content>>> {
  const { ctx } = conversation;
  const { t } = ctx.reader;
  for (;;) {
    let texts = sent;
    for (const language of languages) {
      const before = sent[language];
      if (before === undefined) continue;
      const kind = t(`announce.kind.${before.kind}`);
      const isWordsAlone = (content: Content) => content.kind === "text" && withCaption(before, content) !== null;
      const answer = await askContent<"keep">(conversation, {
        text: joinLines(
          t("announce.correct.ask", { language: t(`announce.in.${language}`), kind }),
          before.kind === "text" ? null : t("announce.correct.words_alone"),
        ),
        choices: [[{ label: t("announce.correct.keep"), value: "keep" }]],
        accept: (content) => canReplace(before, content) || isWordsAlone(content),
        again: html`${t("announce.correct.again", { kind })}`,
      });
      if (answer.kind !== "answer") return answer;
      if (answer.value.kind !== "content") continue;
      const { content } = answer.value;
      const words = content.kind === "text" ? withCaption(before, content) : null;
      texts = { ...texts, [language]: words ?? keepingCaption(before, content) };
    }
    await retire(conversation);
    const refusals = await sendPreviews(ctx, { ...empty, texts, buttons, audience });
    if (refusals.length === 0) return answered(texts);
    const next = await ask<"again">(conversation, {
      text: joinLines(t("announce.refused.head"), ...refusals.map((refusal) => explainRefusal(refusal, t))),
      choices: [[{ label: t("announce.correct.anew"), value: "again" }]],
      again: html`${t("announce.again")}`,
    });
    if (next.kind !== "answer") return next;
  }
}

interface Surety {
  text: string;
  choices: Choice<"once" | "series">[];
}

const editOf = ({ reader: { t } }: FlowContext, { title, count }: { title: string; count: number }): Surety => ({
  text: t("announce.correct.sure_edit", { title, count }),
  choices: [{ label: t("announce.correct.yes_edit", { count }), value: "once" }],
});

/** What will not be deleted is said before, and that a weekly one comes again unless that ends too. */
function deletionOf(ctx: FlowContext, { title, count, tooOld, nextAt }: Sent & { title: string }): Surety {
  const { t } = ctx.reader;
  const once = { label: t("announce.correct.yes_delete", { count }), value: "once" as const };
  const text = [
    t("announce.correct.sure_delete", { title, count }),
    ...(tooOld > 0 ? [t("announce.correct.some_too_old", { count: tooOld })] : []),
    ...(nextAt === null ? [] : [t("announce.correct.weekly", { when: formatMoment(new Date(nextAt), ctx.reader) })]),
  ].join("\n\n");
  if (nextAt === null) return { text, choices: [once] };
  return { text, choices: [once, { label: t("announce.correct.yes_series"), value: "series" }] };
}

/** Twice: a button, then the number. Answers which button. */
async function askSure(
  conversation: Conversation,
  { count, act }: { count: number; act: Correction["kind"] },
  { text, choices }: Surety,
): Promise<Answer<"once" | "series">> {
  for (;;) {
    await retire(conversation);
    const first = await ask<"once" | "series">(conversation, {
      text: html`${text}`,
      choices: choices.map((choice) => [choice]),
      again: html`${conversation.ctx.reader.t("announce.again")}`,
    });
    if (first.kind !== "answer") return first;
    const typed = await askNumber(conversation, count, act);
    if (typed.kind === "answer") return first;
    if (typed.kind === "cancelled") return typed;
  }
}
