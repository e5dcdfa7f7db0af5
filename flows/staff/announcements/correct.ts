import { canReplace, secondAdminFrom } from "../../../bot/announcements/announcement.ts";
import { countRecipients } from "../../../bot/announcements/announcement-store.ts";
import { type Corrected, type Correction, correct } from "../../../bot/announcements/correction-store.ts";
import { findAnnouncement } from "../../../bot/announcements/draft-store.ts";
import { formatTitle } from "../../../bot/announcements/title.ts";
import type { Dialogue, FlowContext, Services } from "../../../bot/context.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { languages, type Texts } from "../../../bot/programme/event.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { type Answer, answered } from "../../steps/answer.ts";
import { ask } from "../../steps/ask.ts";
import { retire } from "../../steps/surface.ts";
import { saidToOthers } from "./ask-confirmation.ts";
import { askContent } from "./ask-content.ts";
import { askNumber } from "./ask-number.ts";
import { sayLast } from "./last-words.ts";
import { explainRefusal, sendPreview, sendPreviews } from "./preview.ts";
import { empty, type Written } from "./written.ts";

/** Changes what was sent, or takes it back from everybody: the new texts, how they look, the number, the number typed. */
export async function correctAnnouncement(
  dialogue: Dialogue,
  ctx: FlowContext,
  announcementId: number,
  kind: Correction["kind"],
): Promise<void> {
  const { t, person } = ctx.reader;
  const sent = await dialogue.external(({ services }) => findSent(services.database, announcementId, kind));
  if (sent === null) return sayLast(dialogue, ctx, t("announce.gone"));
  const { count, ...written } = sent;
  if (count === 0) return sayLast(dialogue, ctx, t("announce.correct.nobody"));
  const prepared = kind === "edit" ? await askTexts(dialogue, ctx, written) : answered(written.texts);
  if (prepared.kind !== "answer") return sayLast(dialogue, ctx, t("announce.correct.stopped"));
  const texts = prepared.value;
  if (kind === "delete") await sendPreview(ctx, written, t.language);
  const sure = await askSure(dialogue, ctx, { count, kind, title: formatTitle(written.texts, t) });
  if (sure.kind !== "answer") return sayLast(dialogue, ctx, t("announce.correct.stopped"));
  const acted = await dialogue.external(({ services, reader: { now } }) =>
    correct(services.database, { by: person.id, now }, announcementId, kind === "edit" ? { kind, texts } : { kind }, {
      secondAdminFrom: services.city.secondAdminFrom ?? secondAdminFrom,
    }),
  );
  const said = acted.kind === "forbidden" ? t("staff.not_open") : await saidOf(dialogue, ctx, acted.value);
  await sayLast(dialogue, ctx, said);
}

async function saidOf(dialogue: Dialogue, ctx: FlowContext, corrected: Corrected): Promise<string> {
  const { t } = ctx.reader;
  switch (corrected.kind) {
    case "correcting":
      return corrected.state === "proposed" ? saidToOthers(dialogue, ctx) : t("announce.confirm.begins");
    case "unfitting":
      return t("announce.correct.unfitting", { language: t(`announce.in.${corrected.language}`) });
    case "nobody":
      return t("announce.correct.nobody");
    case "elsewhere":
      return t("announce.elsewhere");
  }
}

async function findSent(
  database: Services["database"],
  id: number,
  correction: Correction["kind"],
): Promise<(Written & { count: number }) | null> {
  const found = await findAnnouncement(database, id);
  if (found === null || found.audience.kind !== "people") return null;
  const recipients = { kind: "recipients", announcementId: id, correction } as const;
  const count = await countRecipients(database, recipients, found.startedAt ?? new Date(0));
  return { ...empty, texts: found.texts, buttons: found.buttons, audience: found.audience, count };
}

/** The new text in each language that was sent, or the old one; again until Telegram takes them. */
async function askTexts(
  dialogue: Dialogue,
  ctx: FlowContext,
  { texts: sent, buttons, audience }: Written,
): Promise<Answer<Texts<Content>>> {
  const { t } = ctx.reader;
  for (;;) {
    let texts = sent;
    for (const language of languages) {
      const before = sent[language];
      if (before === undefined) continue;
      const kind = t(`announce.kind.${before.kind}`);
      const answer = await askContent<"keep">(dialogue, ctx, {
        text: html`${t("announce.correct.ask", { language: t(`announce.in.${language}`), kind })}`,
        choices: [[{ label: t("announce.correct.keep"), value: "keep" }]],
        accept: (content) => canReplace(before, content),
        again: html`${t("announce.correct.again", { kind })}`,
      });
      if (answer.kind !== "answer") return answer;
      if (answer.value.kind === "content") texts = { ...texts, [language]: answer.value.content };
    }
    await retire(dialogue, ctx);
    const refusals = await sendPreviews(ctx, { ...empty, texts, buttons, audience });
    if (refusals.length === 0) return answered(texts);
    const next = await ask<"again">(dialogue, ctx, {
      text: joinLines(t("announce.refused.head"), ...refusals.map((refusal) => explainRefusal(refusal, t))),
      choices: [[{ label: t("announce.correct.anew"), value: "again" }]],
      again: html`${t("announce.again")}`,
    });
    if (next.kind !== "answer") return next;
  }
}

/** Twice: a button, then the number. */
async function askSure(
  dialogue: Dialogue,
  ctx: FlowContext,
  { count, kind, title }: { count: number; kind: Correction["kind"]; title: string },
): Promise<Answer<number>> {
  const { t } = ctx.reader;
  for (;;) {
    await retire(dialogue, ctx);
    const first = await ask<"sure">(dialogue, ctx, {
      text: html`${t(kind === "edit" ? "announce.correct.sure_edit" : "announce.correct.sure_delete", { title, count })}`,
      choices: [
        [
          {
            label: t(kind === "edit" ? "announce.correct.yes_edit" : "announce.correct.yes_delete", { count }),
            value: "sure",
          },
        ],
      ],
      again: html`${t("announce.again")}`,
    });
    if (first.kind !== "answer") return first;
    const typed = await askNumber(dialogue, ctx, count);
    if (typed.kind !== "back") return typed;
  }
}
