import {
  addOccurrences,
  type CalledOff,
  cancelOccurrence,
  moveAll,
  postponeOccurrence,
  restoreOccurrence,
} from "../../../../bot/programme/editing/changes/change-dates-store.ts";
import { setFields } from "../../../../bot/programme/editing/changes/change-event-store.ts";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { choose } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { askDates } from "../ask/ask-dates.ts";
import { findOwnHouses } from "../ask/ask-institution.ts";
import { confirmWithReason } from "../ask/ask-reason.ts";
import { askWhere, type Near } from "../ask/ask-where.ts";
import { confirm, countPeople, formatDate, pickDates, type SeenDate } from "../ask/pick-dates.ts";
import { dateOf, modeOf, type SaidDate, type Where } from "../make/draft.ts";
import { placeOf } from "../make/save-draft.ts";
import { formatWhere } from "../words.ts";
import { inTurn, type Plan, type Write } from "./edit.ts";
import { cancellableDates, comingDates, isOff, type Seen } from "./event-under-edit.ts";

const shownDates = 8;

const standing = (conversation: Conversation, seen: Seen): SeenDate[] =>
  comingDates(seen, conversation.ctx.reader.now).filter((date) => !isOff(date));

/** What is offered first where a place is asked for: the places of the event itself. */
async function nearOf(conversation: Conversation, { event, places }: Seen): Promise<Near> {
  const ids = [...new Set(event.occurrences.flatMap(({ placeId }) => placeId ?? []))];
  const own = ids.map((id) => ({ id, name: places[id] ?? String(id), address: null }));
  return { houses: await findOwnHouses(conversation), places: own };
}

type Act = (...args: [...Parameters<Write>, date: CalledOff]) => ReturnType<Write>;

/** A change of one date or of all, agreed to after hearing how many people will be told. */
const planFor =
  (
    verb: "postpone" | "cancel" | "restore",
    datesOf: (conversation: Conversation, seen: Seen) => SeenDate[],
    act: Act,
  ): Plan =>
  async (conversation, seen) => {
    const { t } = conversation.ctx.reader;
    for (;;) {
      const picked = await pickDates(conversation, datesOf(conversation, seen), { canBeAll: true });
      if (picked.kind !== "answer") return picked;
      const count = await countPeople(conversation, picked.value);
      const lines = picked.value.map((date) => capitalise(formatDate(conversation, date)));
      const left = lines.length - shownDates;
      const more = left > 0 ? [t("programme.more_dates", { count: left })] : [];
      const what = [seen.title, ...lines.slice(0, shownDates), ...more].join("\n");
      const text = t(`programme.confirm.${verb}`, { count, what });
      const yes = t(`programme.yes.${verb}`);
      const agreed =
        verb === "restore"
          ? mapAnswer(await confirm(conversation, { text, yes }), () => ({}))
          : await confirmWithReason(conversation, { text, yes });
      if (agreed.kind === "cancelled" || (agreed.kind === "back" && datesOf(conversation, seen).length === 1))
        return agreed;
      if (agreed.kind === "back") continue;
      const reasons = agreed.value;
      const writes = picked.value.map(
        ({ id: occurrenceId }): Write =>
          (database, actor, edition) =>
            act(database, actor, edition, { occurrenceId, reasons }),
      );
      const last = writes.pop();
      if (last) return answered(inTurn(...writes, last));
    }
  };

export const planPostpone = planFor("postpone", standing, postponeOccurrence);
export const planCancel = planFor(
  "cancel",
  (conversation, seen) => cancellableDates(seen, conversation.ctx.reader.now),
  cancelOccurrence,
);
export const planRestore = planFor(
  "restore",
  (conversation, seen) => comingDates(seen, conversation.ctx.reader.now).filter(isOff),
  restoreOccurrence,
);

/** More dates, at the place of the others unless they are at several. */
export const planAdd: Plan = async (conversation, seen) => {
  const { t } = conversation.ctx.reader;
  const timeZone = conversation.ctx.services.city.timeZone;
  const dates = await askDates(conversation, { canGoBack: false, canSkip: false });
  if (dates.kind !== "answer") return dates;
  if (seen.event.occurrences.length === 0 && seen.event.attendanceMode !== "online")
    return planFirst(conversation, seen, dates.value);
  const places = [...new Set(seen.event.occurrences.map(({ placeId }) => placeId))];
  const named = places.map((placeId) => ({
    label: placeId === null ? t("programme.button.online") : (seen.places[placeId] ?? String(placeId)),
    value: placeId,
  }));
  const [only = { value: null }] = named;
  const place =
    named.length < 2
      ? answered(only.value)
      : await choose(
          conversation,
          t("programme.ask.which_place"),
          named.map((one) => [one]),
          false,
        );
  if (place.kind !== "answer") return place;
  const added = dates.value.map((date) => dateOf(date, place.value));
  return answered((database, actor, edition) => addOccurrences(database, actor, edition, { dates: added, timeZone }));
};

/** The first dates of all, such as those of a copy: where they are is known from nothing. */
async function planFirst(conversation: Conversation, seen: Seen, dates: readonly SaidDate[]): Promise<Answer<Write>> {
  const timeZone = conversation.ctx.services.city.timeZone;
  const { event } = seen;
  return mapAnswer(
    await askWhere(conversation, false, await nearOf(conversation, seen)),
    (where): Write =>
      async (database, actor, edition) => {
        const placeId = await placeOf(database, actor, where, event.texts[0]?.language ?? "ru");
        if (placeId === undefined) return { kind: "forbidden" };
        const write = inTurn(
          (...args) => addOccurrences(...args, { dates: dates.map((date) => dateOf(date, placeId)), timeZone }),
          (...args) => setFields(...args, { attendanceMode: modeOf(where, event.links, event) }),
        );
        return write(database, actor, edition);
      },
  );
}

/** Another place for everything that is to come, or none but online. */
export const planWhere: Plan = async (conversation, seen) => {
  const { t } = conversation.ctx.reader;
  const near = await nearOf(conversation, seen);
  for (;;) {
    const where = await askWhere(conversation, false, near);
    if (where.kind !== "answer") return where;
    const dates = standing(conversation, seen);
    const count = await countPeople(conversation, dates);
    const text = t("programme.confirm.where", { count, where: formatWhere(where.value, t) });
    const agreed = await confirm(conversation, { text, yes: t("programme.yes.where") });
    if (agreed.kind === "cancelled") return agreed;
    if (agreed.kind === "back") continue;
    return answered(placeAll(seen.event, where.value));
  }
};

/** Puts all coming dates at a place, which is made if it is new. */
export const placeAll =
  (event: Seen["event"], where: Where): Write =>
  async (database, actor, edition) => {
    const placeId = await placeOf(database, actor, where, event.texts[0]?.language ?? "ru");
    if (placeId === undefined) return { kind: "forbidden" };
    const write = inTurn(
      (...args) => moveAll(...args, { placeId }),
      (...args) => setFields(...args, { attendanceMode: modeOf(where, event.links, event) }),
    );
    return write(database, actor, edition);
  };
