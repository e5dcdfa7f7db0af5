import { everybody } from "../../../bot/announcements/audience/audience.ts";
import { createDraft } from "../../../bot/announcements/draft/draft-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { answerIdea } from "../../../bot/ideas/answer-store.ts";
import {
  acceptIdeaCallback,
  announceDoneCallback,
  answerIdeaCallback,
  considerCallback,
  declineCallback,
  finishCallback,
  ideaQueueCallback,
  mergeCallback,
  turnCallback,
} from "../../../bot/ideas/callbacks.ts";
import { draftOfDone } from "../../../bot/ideas/draft-announcement.ts";
import { findDone, findIdea } from "../../../bot/ideas/find-store.ts";
import type { Made } from "../../../bot/ideas/idea.ts";
import { keepUnfinished } from "../../../bot/programme/editing/unfinished-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { announce } from "../announcements/announce.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { newCourse } from "../classes/edit/new-course.ts";
import { resumeEvent } from "../programme/make/resume-event.ts";
import { findDrafts } from "../programme/make/unfinished.ts";
import { newVote } from "../votes/new-vote.ts";
import { declineIdea } from "./decline.ts";
import { finishIdea } from "./finish.ts";
import { mergeIdeas } from "./merge.ts";
import { answerIdeaView, firstQueue, makers, queueView } from "./views.ts";

/** Ideas for staff: queues, answers, and what is made of them. */
export const answerIdeasScreen = new Screen();

const right = "ideas.manage";

onStaffCallback(answerIdeasScreen, ideaQueueCallback, right, async (ctx, at) => show(ctx, await queueView(ctx, at)));
onStaffCallback(answerIdeasScreen, answerIdeaCallback, right, async (ctx, id) =>
  show(ctx, await answerIdeaView(ctx, id)),
);
onStaffCallback(answerIdeasScreen, considerCallback, right, (ctx, id) => answer(ctx, id, "considered"));
onStaffCallback(answerIdeasScreen, acceptIdeaCallback, right, (ctx, id) => answer(ctx, id, "accepted"));
onStaffCallback(answerIdeasScreen, declineCallback, right, (ctx, id) => enter(ctx, declineIdea, id));
onStaffCallback(answerIdeasScreen, finishCallback, right, (ctx, id) => enter(ctx, finishIdea, id));
onStaffCallback(answerIdeasScreen, mergeCallback, right, (ctx, id) => enter(ctx, mergeIdeas, id));
onStaffCallback(answerIdeasScreen, turnCallback, right, turn);

async function answer(ctx: BotContext, id: number, to: "considered" | "accepted"): Promise<void> {
  const { person, now, t } = ctx.reader;
  const answered = await once(ctx, "answer-idea", (database) =>
    answerIdea(database, { by: person.id, now }, id, { to }),
  );
  if (answered.kind === "forbidden") return refuse(ctx);
  await show(ctx, await answerIdeaView(ctx, id, t(`idea.staff.said.${answered.value ? to : "late"}`)));
}

/** Begins what an idea is made into, with its title and text. */
async function turn(ctx: BotContext, { kind, id }: Made): Promise<void> {
  const { services, reader } = ctx;
  if (!may(await rightsOf(ctx), makers[kind])) return refuse(ctx);
  const idea = await findIdea(services.database, id, reader.now);
  if (idea === null || idea.state !== "accepted" || idea.title === "") return show(ctx, await answerIdeaView(ctx, id));
  const { title, body, language } = idea;
  switch (kind) {
    case "event": {
      // Half-made events of before stay, behind this one.
      const others = (await findDrafts(ctx)).filter(({ ideaId }) => ideaId !== id);
      const draft = { ideaId: id, title, body, language };
      await keepUnfinished(services.database, reader.person.id, [draft, ...others], reader.now);
      return enter(ctx, resumeEvent);
    }
    case "course":
      return enter(ctx, newCourse, { ideaId: id, language, title, about: body });
    case "vote":
      return enter(ctx, newVote, { ideaId: id, title });
  }
}

// The announcement begins at its preview, as a draft that was left.
onStaffCallback(answerIdeasScreen, announceDoneCallback, "announcements.send", async (ctx) => {
  const { person, now, t } = ctx.reader;
  const done = await findDone(ctx.services.database, now);
  if (done.length === 0) return show(ctx, await queueView(ctx, firstQueue, t("idea.staff.said.nothing_done")));
  const draft = draftOfDone(done, everybody, ctx.services.words);
  const made = await once(ctx, "announce-done", (database) => createDraft(database, { by: person.id, now }, draft));
  return made.kind === "forbidden" ? refuse(ctx) : enter(ctx, announce, made.value);
});
