import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { confirm, follow } from "../../../bot/linking/answer-store.ts";
import { findBelongings } from "../../../bot/linking/belongings-store.ts";
import { isMeCallback, notMeCallback, numberCallback, rejectCallback } from "../../../bot/linking/callbacks.ts";
import type { LinkRefusal } from "../../../bot/linking/linking.ts";
import { endLink, findLink } from "../../../bot/linking/request-store.ts";
import { formatIsItYou } from "../../../bot/linking/words.ts";
import { html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { privatePartOf, Screen } from "../../kit/screen.ts";
import { menuView } from "../menu.ts";
import { doorsView } from "./doors.ts";

const speakerOf = ({ reader, door }: BotContext) => ({
  personId: reader.person.id,
  door: door.name,
  now: reader.now,
});

/** Shows whoever followed a link whose account it is; nothing happens before they say that it is them. */
export async function openLink(ctx: BotContext, code: string): Promise<void> {
  const { services, reader } = ctx;
  const { t, person, now, isPrivate } = reader;
  // A group reads along.
  if (!isPrivate) return send(ctx, menuView(t));
  const link = await findLink(services.database, code, speakerOf(ctx));
  if (link.kind !== "open") return send(ctx, refusalView(link, t));
  const brings = await findBelongings(services.database, [person.id], now);
  await send(ctx, {
    text: formatIsItYou({ ...link, brings }, t),
    keyboard: [
      [button(t("link.ask.is_me"), isMeCallback.data(code))],
      [button(t("link.ask.not_me"), notMeCallback.data(code))],
    ],
  });
}

const refusalView = (refusal: LinkRefusal, t: Translate): View => menuView(t, html`${said(refusal, t)}`);

function said(refusal: LinkRefusal, t: Translate): string {
  switch (refusal.kind) {
    case "gone":
      return t("link.gone");
    case "own":
      return t("link.own");
    case "elsewhere":
      return t("link.elsewhere", { at: t(`door.at.${refusal.leadsTo}`) });
    case "taken":
      return t("link.taken");
    case "staff":
      return t(refusal.isMakerToo ? "link.staff.both" : "link.staff.begin_here");
  }
}

export const linkScreen = new Screen();

const inPrivate = privatePartOf(linkScreen);

onCallback(inPrivate, isMeCallback, async (ctx, code) => {
  const { t } = ctx.reader;
  const followed = await once(ctx, "follow-link", (database) => follow(database, code, speakerOf(ctx)));
  if (followed.kind !== "followed") return show(ctx, refusalView(followed, t));
  const { number, madeAt } = followed;
  const text = t.html("link.number", { number: String(number), to: t(`door.to.${madeAt}`) });
  await show(ctx, { text, keyboard: [] });
});

onCallback(inPrivate, notMeCallback, async (ctx, code) => {
  await endLink(ctx.services.database, { code });
  await show(ctx, menuView(ctx.reader.t, html`${ctx.reader.t("link.rejected")}`));
});

onCallback(inPrivate, numberCallback, async (ctx, { requestId, number }) => {
  const { services, reader, door } = ctx;
  const { t, person, now } = reader;
  const cityZone = services.city.timeZone;
  const confirmed = await once(ctx, "confirm-link", (database) =>
    confirm(database, { requestId, number, personId: person.id, now, cityZone }),
  );
  switch (confirmed.kind) {
    case "linked": {
      const [one, other] = [t(`door.name.${door.name}`), t(`door.name.${confirmed.leadsTo}`)];
      return show(ctx, await doorsView(ctx, t("link.done", { one, other })));
    }
    case "wrong number":
      return show(ctx, menuView(t, html`${t("link.wrong_number")}`));
    default:
      return show(ctx, refusalView(confirmed, t));
  }
});

onCallback(inPrivate, rejectCallback, async (ctx, requestId) => {
  const { services, reader } = ctx;
  await endLink(services.database, { requestId, personId: reader.person.id });
  await show(ctx, menuView(reader.t, html`${reader.t("link.rejected")}`));
});
