import { createDraft } from "../../../bot/announcements/draft/draft-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import {
  announceVoteCallback,
  askEndVoteCallback,
  editVoteCallback,
  editVotesCallback,
  endVoteCallback,
  newVoteCallback,
} from "../../../bot/votes/callbacks.ts";
import { draftOf } from "../../../bot/votes/draft-announcement.ts";
import { endVote, findVote } from "../../../bot/votes/vote-store.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { announce } from "../announcements/announce.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { newVote } from "./new-vote.ts";
import { editVotesView, editVoteView } from "./view.ts";

/** Votes for staff: made, looked at, announced, ended. */
export const editVotesScreen = new Screen();

const right = "votes.manage";

onStaffCallback(editVotesScreen, editVotesCallback, right, async (ctx, page) =>
  show(ctx, await editVotesView(ctx, page)),
);
onStaffCallback(editVotesScreen, editVoteCallback, right, async (ctx, id) => show(ctx, await editVoteView(ctx, id)));
onStaffCallback(editVotesScreen, newVoteCallback, right, (ctx) => enter(ctx, newVote));
onStaffCallback(editVotesScreen, askEndVoteCallback, right, async (ctx, id) =>
  show(ctx, await editVoteView(ctx, id, { isEnding: true })),
);
onStaffCallback(editVotesScreen, endVoteCallback, right, async (ctx, id) => {
  const { person, now, t } = ctx.reader;
  const ended = await once(ctx, "end-vote", (database) => endVote(database, { by: person.id, now }, id));
  if (ended.kind === "forbidden") return refuse(ctx);
  await show(ctx, await editVoteView(ctx, id, { said: t("vote.said.ended_now") }));
});
// The announcement begins at its preview, as a draft that was left.
onStaffCallback(editVotesScreen, announceVoteCallback, "announcements.send", async (ctx, id) => {
  const { person, now } = ctx.reader;
  const vote = await findVote(ctx.services.database, id);
  if (vote === null) return show(ctx, await editVoteView(ctx, id));
  const draft = draftOf(vote);
  const made = await once(ctx, "announce-vote", (database) => createDraft(database, { by: person.id, now }, draft));
  return made.kind === "forbidden" ? refuse(ctx) : enter(ctx, announce, made.value);
});
