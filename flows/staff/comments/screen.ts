import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import {
  afterwardsCallback,
  answerCommentCallback,
  approveCallback,
  askBanCallback,
  askReasonCallback,
  banCallback,
  commentQueueCallback,
  heldWordsCallback,
  moderateCallback,
  rejectCallback,
  rulesCallback,
  shownCallback,
  shownOneCallback,
} from "../../../bot/voices/comments/callbacks.ts";
import { banAuthor, type Decision, decideComment } from "../../../bot/voices/comments/moderate-store.ts";
import { changeRules } from "../../../bot/voices/comments/rules-store.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { answerAsHouse } from "./answer-comment.ts";
import { changeHeldWords } from "./held-words.ts";
import { rejectInOwnWords } from "./reject-comment.ts";
import { moderateView, queueView, rulesView, shownOneView, shownView } from "./view.ts";

/** Comments for staff: what waits is decided about, what is shown is answered. */
export const commentsScreen = new Screen();

const right = "comments.moderate";

onStaffCallback(commentsScreen, commentQueueCallback, right, async (ctx, page) =>
  show(ctx, await queueView(ctx, page)),
);
onStaffCallback(commentsScreen, moderateCallback, right, async (ctx, id) => show(ctx, await moderateView(ctx, id)));
onStaffCallback(commentsScreen, askReasonCallback, right, async (ctx, id) =>
  show(ctx, await moderateView(ctx, id, { asking: "reason" })),
);
onStaffCallback(commentsScreen, askBanCallback, right, async (ctx, id) =>
  show(ctx, await moderateView(ctx, id, { asking: "ban" })),
);

/** Decides, and goes on with what waits. */
async function decide(ctx: BotContext, id: number, decision: Decision): Promise<void> {
  const { person, now, t } = ctx.reader;
  const { timeZone: cityZone } = ctx.services.city;
  const decided = await once(ctx, "decide-comment", (database) =>
    decideComment(database, { by: person.id, now }, { id, decision, cityZone }),
  );
  if (decided.kind === "forbidden") return refuse(ctx);
  await show(ctx, await queueView(ctx, 0, t(`comment.said.${decided.value}`)));
}

onStaffCallback(commentsScreen, approveCallback, right, (ctx, id) => decide(ctx, id, { kind: "approve" }));
onStaffCallback(commentsScreen, rejectCallback, right, (ctx, { id, reason }) =>
  reason === "own" ? enter(ctx, rejectInOwnWords, id) : decide(ctx, id, { kind: "reject", reason, ownWords: null }),
);

onStaffCallback(commentsScreen, banCallback, right, async (ctx, { id, days }) => {
  const { person, now, t, zone } = ctx.reader;
  const banned = await once(ctx, "ban-author", (database) => banAuthor(database, { by: person.id, now }, { id, days }));
  if (banned.kind === "forbidden") return refuse(ctx);
  const until = new Date(banned.value?.until ?? 0);
  const when = t("date.day_and_time", { day: formatDay(until, t, zone, now), time: formatTime(until, zone) });
  const lifted = days === 0 ? t("comment.said.unbanned") : t("comment.said.banned_now", { when });
  const said = banned.value === null ? t("comment.said.no_author") : lifted;
  await show(ctx, await moderateView(ctx, id, { said }));
});

onStaffCallback(commentsScreen, rulesCallback, right, async (ctx) => show(ctx, await rulesView(ctx)));
onStaffCallback(commentsScreen, heldWordsCallback, right, (ctx) => enter(ctx, changeHeldWords));
onStaffCallback(commentsScreen, afterwardsCallback, right, async (ctx, isAfterwards) => {
  const { person, now, t } = ctx.reader;
  const changed = await once(ctx, "comment-rules", (database) =>
    changeRules(database, { by: person.id, now }, { isAfterwards }),
  );
  if (changed.kind === "forbidden") return refuse(ctx);
  await show(ctx, await rulesView(ctx, t("comment.said.rules")));
});

const toAnswer = "comments.answer";

onStaffCallback(commentsScreen, shownCallback, [right, toAnswer], async (ctx, page) =>
  show(ctx, await shownView(ctx, page)),
);
onStaffCallback(commentsScreen, shownOneCallback, [right, toAnswer], async (ctx, state) =>
  show(ctx, await shownOneView(ctx, state)),
);
onStaffCallback(commentsScreen, answerCommentCallback, toAnswer, (ctx, id) => enter(ctx, answerAsHouse, id));
