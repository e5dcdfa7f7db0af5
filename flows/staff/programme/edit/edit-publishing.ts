import {
  isNowhere,
  publishEvent,
  restoreEvent,
  unpublishEvent,
  withdrawEvent,
} from "../../../../bot/programme/editing/publish-event-store.ts";
import { choose } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { findOwnHouses } from "../ask/ask-institution.ts";
import { askPublishAt } from "../ask/ask-moment.ts";
import { askWhere } from "../ask/ask-where.ts";
import { confirm, countPeople } from "../ask/pick-dates.ts";
import { inTurn, type Plan, type Write } from "./edit.ts";
import { placeAll, planCancel } from "./edit-dates.ts";
import { cancellableDates, comingDates, type Seen } from "./event-under-edit.ts";

export const planPublish: Plan = async (conversation, seen) =>
  mapAnswer(await planPlace(conversation, seen), (place) =>
    inTurn(...place, (database, actor, edition) => publishEvent(database, actor, edition, actor.now)),
  );

/** Where it is, before anybody is shown an event that is nowhere; nothing to write where that is known. */
async function planPlace(conversation: Conversation, { event }: Seen): Promise<Answer<Write[]>> {
  if (!isNowhere(event)) return answered([]);
  const houses = await findOwnHouses(conversation);
  return mapAnswer(await askWhere(conversation, false, { houses }), (where): Write[] => [placeAll(event, where)]);
}

/** Shows it from a moment that is still to come. */
export const planPublishAt: Plan = async (conversation, seen) => {
  const answer = await askPublishAt(conversation);
  if (answer.kind !== "answer") return answer;
  return mapAnswer(await planPlace(conversation, seen), (place) =>
    inTurn(...place, (...args) => publishEvent(...args, new Date(answer.value))),
  );
};

/** Residents do not see it any more; whoever is to be reminded hears nothing, which is said before. */
export const planUnpublish: Plan = async (conversation, seen) => {
  const { t } = conversation.ctx.reader;
  const count = await countPeople(conversation, comingDates(seen, conversation.ctx.reader.now));
  const agreed = await confirm(conversation, {
    text: t("programme.confirm.unpublish", { count }),
    yes: t("programme.edit.unpublish"),
  });
  return agreed.kind === "answer" ? answered((...args) => unpublishEvent(...args)) : agreed;
};

/**
 * Takes an event out. That is silent; where people wait for a date, cancelling it is offered first: a cancelled date
 * stays to be seen, and its people are told.
 */
export const planWithdraw: Plan = async (conversation, seen) => {
  const { t, now } = conversation.ctx.reader;
  const announced = seen.state === "shown" ? cancellableDates(seen, now) : [];
  const count = await countPeople(conversation, announced);
  const answer = await choose<"cancel" | "withdraw">(
    conversation,
    announced.length > 0 ? t("programme.confirm.withdraw_dates", { count }) : t("programme.confirm.withdraw"),
    [
      ...(announced.length > 0 ? [[{ label: t("programme.button.cancel_instead"), value: "cancel" as const }]] : []),
      [{ label: t("programme.yes.withdraw"), value: "withdraw" }],
    ],
    false,
    t("programme.button.nothing"),
  );
  if (answer.kind !== "answer") return answer;
  if (answer.value === "cancel") return planCancel(conversation, seen);
  return answered((...args) => withdrawEvent(...args));
};

export const planBringBack: Plan = async () => answered((...args) => restoreEvent(...args));
