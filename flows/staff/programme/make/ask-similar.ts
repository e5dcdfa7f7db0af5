import type { BotContext } from "../../../../bot/context.ts";
import { recall } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { cardCallback } from "../../../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import { findSimilar, type SimilarEvent } from "../../../../bot/programme/editing/similar-store.ts";
import { findStaff } from "../../../../bot/staff/act-store.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Translate } from "../../../../bot/words/messages/translator.ts";
import { formatWhen } from "../../../../bot/words/time/when.ts";
import { choose } from "../../../kit/ask/choose.ts";
import { bringKeyboardBack } from "../../../kit/away-keyboard.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, mapAnswer } from "../../../kit/steps/answer.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../../menu.ts";
import { sayEvent } from "../edit/say-event.ts";
import type { Draft } from "./draft.ts";
import { letGoDrafts } from "./unfinished.ts";

/** A similar event as a dialogue keeps it. */
export interface Similar {
  eventId: number;
  occurrenceId: number;
  /** "Bohemia, Fri 4 December, 18:30, Opera house". */
  said: string;
  mayEdit: boolean;
}

/** For each draft the event that may be the same, or null. When an update comes again, what it saved is like nothing else. */
export function findSimilarTo({ dialogue }: Conversation, drafts: readonly Draft[]): Promise<(Similar | null)[]> {
  return dialogue.external(async (outer) => {
    if ((await recall(outer, "save-draft")) !== undefined) return drafts.map(() => null);
    const found: (Similar | null)[] = [];
    for (const draft of drafts) found.push(await similarTo(outer, draft));
    return found;
  });
}

async function similarTo(
  { services: { database, city }, reader: { t, now, person } }: BotContext,
  { title, dates = [], where, institution }: Draft,
): Promise<Similar | null> {
  if (title === undefined) return null;
  const sought = {
    title,
    dates: dates.map(({ startsAt }) => new Date(startsAt)),
    institutionId: institution?.id ?? null,
    placeId: where?.kind === "known" ? where.placeId : null,
  };
  const similar = await findSimilar(database, sought, t.language);
  if (similar === null) return null;
  const { eventId, occurrenceId, institutionId } = similar;
  const mayEdit = may(await findStaff(database, person.id), "programme.edit", { institutionId });
  return { eventId, occurrenceId, mayEdit, said: formatSimilar(similar, t, now, city.timeZone) };
}

function formatSimilar(
  { title, place, startsAt, hasStartTime }: SimilarEvent,
  t: Translate,
  now: Date,
  zone: string,
): string {
  const when = formatWhen({ startsAt, endsAt: startsAt, hasStartTime, hasEndTime: false }, t, zone, now);
  return [title, when, place].filter((part) => part !== null).join(", ");
}

/** Asks whether an event is another one than that similar one; "open": it is the same. */
export async function askSimilar(conversation: Conversation, similar: Similar): Promise<Answer<"open" | "other">> {
  const { t } = conversation.ctx.reader;
  return choose<"open" | "other">(
    conversation,
    t("programme.similar.ask", { event: similar.said }),
    [
      [{ label: t("programme.similar.open"), value: "open" }],
      [{ label: t("programme.similar.other"), value: "other" }],
    ],
    true,
  );
}

/** Looks for a similar event before a draft is saved. True: it is another one, or there is none. */
export async function isAnother(conversation: Conversation, draft: Draft): Promise<Answer<"same" | "another">> {
  const [similar = null] = await findSimilarTo(conversation, [draft]);
  if (similar === null) return { kind: "answer", value: "another" };
  const answer = await askSimilar(conversation, similar);
  if (answer.kind === "answer" && answer.value === "open") await endWithSimilar(conversation, similar);
  return mapAnswer(answer, (value) => (value === "open" ? "same" : "another"));
}

/** Ends with the event that is there; what was begun is let go. */
async function endWithSimilar(conversation: Conversation, { eventId, occurrenceId, mayEdit, said }: Similar) {
  const { t } = conversation.ctx.reader;
  await letGoDrafts(conversation);
  await bringKeyboardBack(conversation);
  if (mayEdit) return sayEvent(conversation, eventId);
  const card = button(t("remind.open"), cardCallback.data({ occurrenceId, whole: false, from: "" }));
  await say(conversation, {
    text: html`${t("programme.similar.theirs", { event: said })}`,
    keyboard: [[card], [toStaffMenu(t)]],
  });
}
