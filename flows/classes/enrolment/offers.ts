import type { InlineKeyboardButton } from "grammy/types";
import { acceptCallback, declineCallback, joinLineCallback } from "../../../bot/classes/callbacks.ts";
import type { Enrolling, OfferAnswer } from "../../../bot/classes/enrolments/enrolment.ts";
import {
  acceptOffer,
  declineOffer,
  enrolLearner,
  findPosition,
  wasInGroup,
} from "../../../bot/classes/enrolments/enrolment-store.ts";
import { findOffer, findPlaceGroup, type PlaceGroup } from "../../../bot/classes/enrolments/offers/offer-store.ts";
import { formatDeclined, formatEnrolled, formatLate, formatWaiting } from "../../../bot/classes/enrolments/words.ts";
import { findLearner } from "../../../bot/classes/learners/learner-store.ts";
import type { BotContext, Reader, Services } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import type { Html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../../account/menu.ts";
import { enter } from "../../kit/dialogue.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { privatePartOf, Screen } from "../../kit/screen.ts";
import { simpleView, toHome } from "../../simple/screen.ts";
import { ownClassesCallback } from "../callbacks.ts";
import { enrol } from "./enrol.ts";

/** The buttons under an offered place: take it, leave it to others, stand in line again. */
export const offersScreen = new Screen();

onCallback(offersScreen, acceptCallback, async (ctx, offerId) =>
  show(ctx, await answerView(ctx, offerId, await answerOnce(ctx, offerId, acceptOffer))),
);

onCallback(offersScreen, declineCallback, async (ctx, offerId) =>
  show(ctx, await answerView(ctx, offerId, await answerOnce(ctx, offerId, declineOffer))),
);

/** The offer may be over by the time that the same update comes again: what came of it is told as it was. */
async function answerOnce(ctx: BotContext, offerId: number, answer: typeof acceptOffer): Promise<OfferAnswer> {
  const reply = { offerId, personId: ctx.reader.person.id, now: ctx.reader.now };
  const given = await once(ctx, "answer", async (database) => {
    const became = await answer(database, reply);
    return became.kind === "late" ? { ...became, expiresAt: became.expiresAt.getTime() } : became;
  });
  return given.kind === "late" ? { ...given, expiresAt: new Date(given.expiresAt) } : given;
}

// A group reads along, and no dialogue runs there.
const inPrivate = privatePartOf(offersScreen);

onCallback(inPrivate, joinLineCallback, async (ctx, groupId) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const wish = { groupId, personId: person.id, now };
  const group = await findPlaceGroup(services.database, groupId, t.language);
  if (group === null || !(await wasInGroup(services.database, wish))) return show(ctx, goneView(t));
  // The button may be months old: the name forgotten since, or the document another one.
  const { learner, hasConsented } = await findLearner(services.database, person.id);
  if (learner === null || !hasConsented) return enter(ctx, enrol, groupId);
  const joined = await once(ctx, "enrol", (database) => enrolLearner(database, wish));
  if (joined.kind === "no consent") return enter(ctx, enrol, groupId);
  await show(ctx, await joinedView(services, reader, group, joined));
});

async function answerView({ services, reader }: BotContext, offerId: number, answer: OfferAnswer): Promise<View> {
  const { t, person } = reader;
  if (answer.kind === "gone") return goneView(t);
  const group = await findPlaceGroup(services.database, answer.groupId, t.language);
  if (group === null) return goneView(t);
  const offer = await findOffer(services.database, offerId, person.id);
  const joinAgain: [] | [InlineKeyboardButton] =
    offer?.isIn || offer?.waitsElsewhere ? [] : [button(t("offer.join"), joinLineCallback.data(group.groupId))];
  switch (answer.kind) {
    case "accepted":
      return view(formatEnrolled(group, reader), [], t);
    case "declined":
      return view(formatDeclined(group, offer?.waitsElsewhere ?? false, reader), joinAgain, t);
    case "late":
      return view(formatLate(group, answer.expiresAt, reader), joinAgain, t);
  }
}

async function joinedView(services: Services, reader: Reader, group: PlaceGroup, joined: Enrolling): Promise<View> {
  const { t } = reader;
  switch (joined.kind) {
    case "enrolled":
      return view(formatEnrolled(group, reader), [], t);
    case "waiting":
      return view(formatWaiting(group, joined.position, reader), [], t);
    case "closed":
      return menuView(t, t.html("offer.closed"));
    case "already": {
      if (joined.state === "enrolled") return view(formatEnrolled(group, reader), [], t);
      const position = await findPosition(services.database, joined.enrolmentId);
      return position === null ? goneView(t) : view(formatWaiting(group, position, reader), [], t);
    }
  }
}

const view = (text: Html, row: [] | [InlineKeyboardButton], t: Translate): View => ({
  text,
  keyboard: [row, [toMenu(t)]],
  inSimpleMode: simpleView(t, text, [row[0] ?? button(t("classes.own"), ownClassesCallback.data(null)), toHome(t)]),
});

const goneView = (t: Translate): View => menuView(t, t.html("offer.gone"));
