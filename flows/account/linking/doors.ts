import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { deepLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button, type Row, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findBelongings } from "../../../bot/linking/belongings-store.ts";
import {
  askPartCallback,
  doorsCallback,
  makeLinkCallback,
  partCallback,
  preferCallback,
} from "../../../bot/linking/callbacks.ts";
import { part } from "../../../bot/linking/part-store.ts";
import { makeLink } from "../../../bot/linking/request-store.ts";
import { formatAddresses, formatHowToLink, formatPart } from "../../../bot/linking/words.ts";
import { type Door, doors } from "../../../bot/people/address.ts";
import { findAddresses, prefer } from "../../../bot/people/address-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { privatePartOf, Screen } from "../../kit/screen.ts";
import { settingsCallback } from "../callbacks.ts";
import { toMenu } from "../menu.ts";

/** A messenger besides the one of this update that is open too; undefined: there is none. */
const otherDoor = ({ services: { botNames = {} }, door }: BotContext): Door | undefined =>
  doors.find((name) => name !== door.name && botNames[name] !== undefined);

/** The way to one's messengers, in the language of `t`, where there are several that one could use. */
export const doorsRow = (ctx: BotContext, t: Translate = ctx.reader.t): Row =>
  otherDoor(ctx) === undefined ? [] : [button(t("link.button"), doorsCallback.data(null))];

const wayBack = (t: Translate, data: string): Row => [button(t("button.back"), data), toMenu(t)];

/** One's accounts, where messages go, and the way to have one more or one less. */
export async function doorsView(ctx: BotContext, said?: string): Promise<View> {
  const { services, reader, door: here } = ctx;
  const { t, person } = reader;
  const addresses = await findAddresses(services.database, person.id);
  const there = otherDoor(ctx);
  const leaving = addresses.find(({ door }) => door !== here.name);
  const choice = addresses.map(({ door, isPreferred }) => {
    const label = t(`door.name.${door}`);
    return button(isPreferred ? t("button.chosen", { label }) : label, preferCallback.data(door));
  });
  const link =
    there === undefined
      ? []
      : [button(t("link.make", { door: t(`door.name.${there}`) }), makeLinkCallback.data(there))];
  return {
    text: told(formatAddresses(addresses, there, t), said),
    keyboard: [
      ...(leaving === undefined
        ? [link]
        : [choice, [button(t("link.part.button"), askPartCallback.data(leaving.door))]]),
      wayBack(t, settingsCallback.data(null)),
    ],
  };
}

const told = (text: Html, said: string | undefined): Html =>
  said === undefined ? text : joinLines(html`${said}`, "", text);

export const doorsScreen = new Screen();

// Whose other account it is, is nobody's business in a group.
const inPrivate = privatePartOf(doorsScreen);

onCallback(inPrivate, doorsCallback, async (ctx) => show(ctx, await doorsView(ctx)));

onCallback(inPrivate, preferCallback, async (ctx, door) => {
  const { services, reader } = ctx;
  await prefer(services.database, reader.person.id, door);
  await show(ctx, await doorsView(ctx, reader.t("link.chosen", { to: reader.t(`door.to.${door}`) })));
});

// Not by `once`: a note of what was done would keep the code. Done twice, the second link is the one that counts and is shown.
onCallback(inPrivate, makeLinkCallback, async (ctx, leadsTo) => {
  const { services, reader, door } = ctx;
  const { t, person, now } = reader;
  const bot = services.botNames?.[leadsTo];
  const addresses = await findAddresses(services.database, person.id);
  if (bot === undefined || addresses.some((address) => address.door === leadsTo))
    return show(ctx, await doorsView(ctx));
  const code = await makeLink(services.database, { personId: person.id, door: door.name, now }, leadsTo);
  const url = deepLink(bot, { kind: "account", code });
  await show(ctx, {
    text: formatHowToLink(url, leadsTo, t),
    keyboard: [
      [urlButton(t("link.follow.open", { door: t(`door.name.${leadsTo}`) }), url)],
      wayBack(t, doorsCallback.data(null)),
    ],
  });
});

onCallback(inPrivate, askPartCallback, async (ctx, leaving) => {
  const { services, reader, door } = ctx;
  const { t, person, now } = reader;
  const addresses = await findAddresses(services.database, person.id);
  if (door.name === leaving || !addresses.some((address) => address.door === leaving))
    return show(ctx, await doorsView(ctx, t("link.part.already")));
  const stays = await findBelongings(services.database, [person.id], now);
  const { grants } = await findStaff(services.database, person.id);
  await show(ctx, {
    text: formatPart({ here: door.name, leaving, stays, isStaff: grants.length > 0 }, t),
    keyboard: [[button(t("link.part.yes"), partCallback.data(leaving))], wayBack(t, doorsCallback.data(null))],
  });
});

onCallback(inPrivate, partCallback, async (ctx, leaving) => {
  const { t, person, now } = ctx.reader;
  // What is asked for here stays here.
  if (ctx.door.name === leaving) return show(ctx, await doorsView(ctx));
  const parted = await once(ctx, "part", (database) => part(database, { personId: person.id, door: leaving, now }));
  await show(ctx, await doorsView(ctx, t(parted.kind === "parted" ? "link.part.done" : "link.part.already")));
});
