import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { send, show } from "../../bot/doors/telegram/screen/show.ts";
import {
  askWithdrawCallback,
  ideaCallback,
  ideaListsCallback,
  ideasCallback,
  newIdeaCallback,
  supportCallback,
  withdrawCallback,
} from "../../bot/ideas/callbacks.ts";
import { type Supported, support, withdrawVoice } from "../../bot/ideas/voice-store.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { newIdea } from "./new-idea.ts";
import { firstShelf, ideaListsView, ideasView, ideaView } from "./views.ts";

/** What is said of a voice. */
export const supportSaid = {
  given: "idea.said.given",
  already: "idea.said.already",
  closed: "idea.said.closed",
  gone: "idea.said.gone",
} as const satisfies Record<Supported, string>;

export const ideasScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(ideasScreen);

onCommand(inPrivate, "ideas", async (ctx) => send(ctx, await ideasView(ctx, firstShelf)));
onCallback(inPrivate, ideasCallback, async (ctx, list) => show(ctx, await ideasView(ctx, list)));
onCallback(inPrivate, ideaListsCallback, (ctx) => show(ctx, ideaListsView(ctx.reader.t)));
onCallback(inPrivate, ideaCallback, async (ctx, at) => show(ctx, await ideaView(ctx, at)));
onCallback(inPrivate, newIdeaCallback, (ctx) => enter(ctx, newIdea));

onCallback(inPrivate, supportCallback, async (ctx, ideaId) => {
  const { person, now, t } = ctx.reader;
  const supported = await once(ctx, "support", (database) => support(database, { ideaId, personId: person.id }, now));
  await show(ctx, await ideaView(ctx, { id: ideaId, ...firstShelf }, { said: t(supportSaid[supported]) }));
});

onCallback(inPrivate, askWithdrawCallback, async (ctx, id) =>
  show(ctx, await ideaView(ctx, { id, ...firstShelf }, { isWithdrawing: true })),
);
onCallback(inPrivate, withdrawCallback, async (ctx, ideaId) => {
  const { person, t } = ctx.reader;
  const isGone = await once(ctx, "withdraw", (database) => withdrawVoice(database, { ideaId, personId: person.id }));
  const said = isGone ? { said: t("idea.said.withdrawn") } : {};
  await show(ctx, await ideaView(ctx, { id: ideaId, ...firstShelf }, said));
});
