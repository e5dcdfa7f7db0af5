import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import type { Incomplete } from "../../../../bot/programme/editing/publish-event-store.ts";
import type { Edition } from "../../../../bot/staff/revision.ts";
import { formatName } from "../../../../bot/staff/words.ts";
import { html } from "../../../../bot/words/html.ts";
import { choose } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { notePressed, say } from "../../../kit/steps/dialogue-message.ts";
import type { Edit } from "../callbacks.ts";
import type { Said } from "../event-view.ts";
import { formatInstant } from "../words.ts";
import type { Plan, Write } from "./edit.ts";
import { planAdd, planCancel, planPostpone, planRestore, planWhere } from "./edit-dates.ts";
import {
  planAccess,
  planAge,
  planAudience,
  planConversation,
  planInstitution,
  planLinks,
  planPoster,
  planPrice,
  planRecording,
  planSection,
} from "./edit-details.ts";
import { planLanguage, planWords } from "./edit-language.ts";
import { planCorrect, planMove } from "./edit-move.ts";
import { planBringBack, planPublish, planPublishAt, planUnpublish, planWithdraw } from "./edit-publishing.ts";
import { planPart } from "./edit-words.ts";
import { loadSeen } from "./event-under-edit.ts";
import { sayEvent } from "./say-event.ts";

export type AskedEdit = Exclude<Edit, "copy" | "delete">;

const plans: Record<AskedEdit, Plan> = {
  move: planMove,
  postpone: planPostpone,
  cancel: planCancel,
  restore: planRestore,
  add: planAdd,
  where: planWhere,
  words: planWords,
  links: planLinks,
  recording: planRecording,
  price: planPrice,
  age: planAge,
  section: planSection,
  poster: planPoster,
  access: planAccess,
  audience: planAudience,
  institution: planInstitution,
  publish: planPublish,
  publish_at: planPublishAt,
  unpublish: planUnpublish,
  withdraw: planWithdraw,
  bring_back: planBringBack,
  title: planPart("title"),
  who: planPart("who"),
  body: planPart("body"),
  ru: planLanguage("ru"),
  tt: planLanguage("tt"),
  en: planLanguage("en"),
  correct: planCorrect,
  conversation: planConversation,
};

/** One change of an event: what there is to ask, whom it concerns, done; and the event as it then is. */
export const changeEvent = defineDialogue(
  "change-event",
  { version: 5 },
  async (conversation: Conversation, edit: AskedEdit, eventId: number): Promise<void> => {
    const { dialogue, ctx } = conversation;
    const { t } = ctx.reader;
    // The question takes the place of the screen whose button was pressed.
    const pressed = ctx.callbackQuery?.message;
    if (pressed) notePressed(dialogue, { chatId: pressed.chat.id, messageId: pressed.message_id });
    const seen = await dialogue.external(({ services, reader }) => loadSeen(services, reader, eventId));
    if (seen === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const planned = await plans[edit](conversation, seen);
    if (planned.kind !== "answer") return sayEvent(conversation, eventId, { text: t("programme.unchanged") });
    const said = await carryOut(conversation, planned.value, { id: eventId, revision: seen.event.revision });
    return sayEvent(conversation, eventId, undoable.includes(edit) ? said : { text: said.text });
  },
);

/** Changes that concern nobody who was told of the event, and can therefore be taken back as if they had not been. */
const undoable: readonly AskedEdit[] = [
  ...(["title", "who", "body", "words", "ru", "tt", "en", "links", "poster", "price", "age"] as const),
  ...(["section", "access", "audience", "conversation", "unpublish", "withdraw"] as const),
];

/** Writes; where somebody else was faster, says who changed what, and asks whether to write all the same. */
async function carryOut(conversation: Conversation, write: Write, seen: Edition): Promise<Said> {
  const { dialogue, ctx } = conversation;
  const { t } = ctx.reader;
  for (let edition = seen; ; ) {
    const outcome = await dialogue.external(async (outer) => {
      const { services, reader } = outer;
      const done = await once(
        outer,
        "change-event",
        (database) => write(database, { by: reader.person.id, now: reader.now }, edition),
        ({ kind }) => kind !== "changed meanwhile",
      );
      if (done.kind !== "changed meanwhile") return done;
      const name = formatName(done.by?.name ?? null, done.by?.personId ?? null, t);
      const at = done.at === null ? "" : formatInstant(new Date(done.at), t, services.city.timeZone, reader.now);
      return { kind: done.kind, revision: done.revision, what: done.what, name, at };
    });
    switch (outcome.kind) {
      case "done":
        return outcome.what.length === 0
          ? { text: t("programme.same") }
          : { text: t("programme.done"), since: edition.revision };
      case "forbidden":
        return { text: t("staff.not_open") };
      case "missing":
        return { text: t("programme.date_gone") };
      case "last language":
        return { text: t("programme.last_language") };
      case "incomplete":
        return { text: t(neededFor(outcome)) };
    }
    const { name, at, revision } = outcome;
    const what = namesOf(outcome.what, conversation);
    const answer = await choose(
      conversation,
      t("programme.changed_meanwhile", { name, at, what }),
      [[{ label: t("programme.button.apply"), value: true }]],
      false,
      t("programme.button.nothing"),
    );
    if (answer.kind !== "answer") return { text: t("programme.unchanged") };
    edition = { ...edition, revision };
  }
}

function neededFor({ missing }: Incomplete) {
  if (missing.includes("title")) return "programme.needs_title" as const;
  return missing.includes("dates") ? ("programme.needs_dates" as const) : ("programme.needs_place" as const);
}

const parts = {
  texts: "programme.part.texts",
  occurrences: "programme.part.dates",
  links: "programme.part.links",
  isFree: "programme.part.price",
  section: "programme.part.section",
  attendanceMode: "programme.part.where",
  publishedAt: "programme.part.publishing",
  withdrawnAt: "programme.part.publishing",
} as const;

/** "dates, price": the parts of an event in words; the rest together. */
function namesOf(what: readonly string[], { ctx }: Conversation): string {
  const { t } = ctx.reader;
  const known = (name: string): name is keyof typeof parts => name in parts;
  const named = what
    .map((part) => part.split(".")[0] ?? "")
    .filter((name) => !name.startsWith("price") && name !== "currency");
  return [...new Set(named.map((name) => t(known(name) ? parts[name] : "programme.part.other")))].join(", ");
}
