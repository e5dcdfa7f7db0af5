import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button, listRows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../bot/people/address.ts";
import {
  type AwaitedRecording,
  findAwaitedRecordings,
  unwishRecording,
} from "../../bot/programme/recordings/wish-store.ts";
import { findQueryText } from "../../bot/programme/search/query/query-store.ts";
import {
  dropRecordingCallback,
  followSectionsCallback,
  unwishCallback,
  wishCallback,
  wishesCallback,
} from "../../bot/wishes/callbacks.ts";
import { findWishes, unwish, wish } from "../../bot/wishes/wish-store.ts";
import { nameWanting } from "../../bot/wishes/words.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { myCallback } from "../reminders/callbacks.ts";

/** What a person waits for; each is taken off with one tap. */
async function wishesView({ services, reader }: BotContext, said: string | null = null): Promise<View> {
  const { t, person } = reader;
  const [wishes, recordings] = await Promise.all([
    findWishes(services.database, person.id, t.language),
    findAwaitedRecordings(services.database, person.id, t.language),
  ]);
  const ofRecording = ({ title }: AwaitedRecording) => t("recording.of", { title: cutAtWord(title, 100) });
  return {
    text: joinLines(
      html`<b>${t("wish.title")}</b>`,
      "",
      said === null ? null : html`${said}\n`,
      wishes.length + recordings.length === 0 ? t("wish.none") : null,
      wishes.length === 0 ? null : html`${t("wish.budget")}\n`,
      ...wishes.map((one) =>
        t(one.kind === "search" ? "wish.row" : "wish.row_followed", { text: nameWanting(one, t) }),
      ),
      recordings.length === 0 ? null : html`${wishes.length === 0 ? "" : "\n"}${t("recording.at_once")}\n`,
      ...recordings.map((one) => t("wish.row", { text: ofRecording(one) })),
    ),
    keyboard: [
      ...listRows(
        wishes,
        (one) => t("button.drop", { label: nameWanting(one, t) }),
        ({ id }) => unwishCallback.data(id),
      ),
      ...listRows(
        recordings,
        (one) => t("button.drop", { label: ofRecording(one) }),
        ({ eventId }) => dropRecordingCallback.data(eventId),
      ),
      [button(t("wish.button.sections"), followSectionsCallback.data(null))],
      [button(t("my.title"), myCallback.data(0)), toMenu(t)],
    ],
  };
}

export const wishesScreen = new Screen();

const inPrivate = privatePartOf(wishesScreen);

onCallback(inPrivate, wishesCallback, async (ctx) => show(ctx, await wishesView(ctx)));

onCallback(inPrivate, unwishCallback, async (ctx, wishId) => {
  const { services, reader } = ctx;
  await unwish(services.database, reader.person.id, wishId);
  await show(ctx, await wishesView(ctx, reader.t("wish.dropped")));
});

onCallback(inPrivate, dropRecordingCallback, async (ctx, eventId) => {
  const { services, reader } = ctx;
  await unwishRecording(services.database, reader.person.id, eventId, reader.now);
  await show(ctx, await wishesView(ctx, reader.t("wish.dropped")));
});

onCallback(inPrivate, wishCallback, async (ctx, { queryId, dropped }) => {
  const { services, reader } = ctx;
  const { t, person, now, zone, chat } = reader;
  const text = chat === null ? null : await findQueryText(services.database, queryId, chatKeyOf(chat));
  if (text === null) return show(ctx, menuView(t, html`${t("search.forgotten")}`));
  const wished = await once(ctx, "wish", (database) =>
    wish(database, { personId: person.id, text, dropped, now, zone }),
  );
  // Pressed twice it is still wished, and said again.
  const said =
    wished.kind === "wished"
      ? t("wish.done", { text })
      : t(`wish.${wished.kind === "too many" ? "too_many" : "too_vague"}`);
  await show(ctx, {
    text: html`${said}`,
    keyboard: [[button(t("wish.button.list"), wishesCallback.data(null)), toMenu(t)]],
  });
});
