import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { parseDeepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, type View } from "../../bot/doors/telegram/screen/show.ts";
import type { Listing } from "../../bot/programme/listing/list-query.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { formatRows } from "../../bot/programme/listing/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { articleView } from "../articles/article.ts";
import { checkedView } from "../classes/certificate.ts";
import { courseView } from "../classes/course.ts";
import { groupView } from "../classes/group.ts";
import { aboutOf, collectionView } from "../collections/collection.ts";
import { firstShelf, ideaView } from "../ideas/views.ts";
import { onCommand } from "../kit/on-command.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { Screen } from "../kit/screen.ts";
import { offerView } from "../offers/card.ts";
import { listCallback } from "../programme/callbacks.ts";
import { eventCardView, openedCardView } from "../programme/card.ts";
import { institutionView } from "../programme/institution.ts";
import { open, titleRows } from "../programme/list.ts";
import { remindAsUsual } from "../reminders/remind.ts";
import { openInvitation } from "../staff/people/accept-invitation.ts";
import { withWayIn } from "../staff/way-in.ts";
import { voteView } from "../votes/screen.ts";
import { languageCallback } from "./callbacks.ts";
import { openLink } from "./linking/answer-link.ts";
import { menuView, replyKeyboard } from "./menu.ts";

export const startScreen = new Screen();

onCommand(startScreen, "start", async (ctx, rest) => {
  const payload = rest.trim();
  // A link to an event leads to the event; the greeting is for people who come for the first time.
  if (payload === "" || ctx.reader.person.isNew) await greet(ctx);
  if (payload !== "") await follow(ctx, payload);
});

hears(startScreen, "button.menu", async (ctx) => send(ctx, await withWayIn(ctx, menuView(ctx.reader.t))));

async function greet(ctx: BotContext): Promise<void> {
  const { t, person } = ctx.reader;
  const hello = t("start.hello", { name: person.firstName, city: t("city.place") });
  // Only a private chat may have the keyboard: it asks for a location.
  if (ctx.chat?.type !== "private") return send(ctx, menuView(t));
  await ctx.reply(hello, { reply_markup: replyKeyboard(ctx.reader) });
  await send(ctx, await todayView(ctx.services, ctx.reader));
}

/** Titles of today that a newcomer sees at once. */
const titlesShown = 3;

/** What is on today with a few titles, and the other languages: most who need one cannot read the way to it. */
async function todayView({ database }: Pick<Services, "database">, reader: Reader): Promise<View> {
  const { t, now, zone } = reader;
  const listing: Listing = { scope: { kind: "tonight" }, filters: {}, page: 0 };
  const { rows } = await findListed(database, listing, { language: t.language, now, zone });
  const shown = rows.slice(0, titlesShown);
  // Tonight would open as what is seen from home alone.
  const all = button(t("start.all_today"), listCallback.data({ ...listing, scope: { kind: "today" } }));
  const others = reader.offer.languages
    .filter((language) => language !== t.language)
    .map((language) => button(t(`language.name.${language}`), languageCallback.data(language)));
  return {
    text: joinLines(
      t.html("start.today", { city: t("city.place") }),
      "",
      shown.length === 0 ? t("list.empty") : formatRows(shown, { kind: "today" }, reader),
      "",
      t("start.languages"),
    ),
    keyboard: [...titleRows(shown, listCallback.data(listing), reader), shown.length === 0 ? [] : [all], others],
  };
}

/** Opens what a deep link names; an unknown one, tonight. */
async function follow(ctx: BotContext, payload: string): Promise<void> {
  const { services, reader, me } = ctx;
  const link = parseDeepLink(payload);
  switch (link?.kind) {
    case "invitation":
      return openInvitation(ctx, link.code);
    case "account":
      return openLink(ctx, link.code);
    case "certificate":
      return send(ctx, await checkedView(services, reader, link.code));
    case "occurrence": {
      const card = { occurrenceId: link.id, whole: false, from: "" };
      return send(ctx, await openedCardView(services, reader, card, me.username));
    }
    case "reminder": {
      await remindAsUsual(ctx, link.id);
      const card = { occurrenceId: link.id, whole: false, from: "" };
      return send(ctx, await openedCardView(services, reader, card, me.username));
    }
    case "event":
      return send(ctx, await eventCardView(services, reader, link.id, me.username));
    case "institution":
      return send(
        ctx,
        await institutionView(
          services,
          reader,
          { institutionId: link.id, occurrenceId: null, articleId: null },
          me.username,
        ),
      );
    case "offer":
      return send(ctx, await offerView(services, reader, { offerId: link.id, whole: false, from: "" }, me.username));
    case "article":
      return send(
        ctx,
        await articleView(services, reader, { articleId: link.id, occurrenceId: null, from: "" }, me.username),
      );
    case "collection":
      return send(ctx, await collectionView(services, reader, aboutOf(link.id), me.username));
    case "course":
      return send(ctx, await courseView(services, reader, { courseId: link.id, page: 0 }, me.username));
    case "group":
      return send(ctx, await groupView(services, reader, link.id));
    case "idea":
    case "vote":
      // A group reads along.
      if (!reader.isPrivate) return send(ctx, menuView(reader.t, html`${reader.t("idea.only_private")}`));
      return send(
        ctx,
        link.kind === "idea" ? await ideaView(ctx, { id: link.id, ...firstShelf }) : await voteView(ctx, link.id),
      );
    case undefined:
      return open(ctx, { kind: "tonight" });
  }
}
