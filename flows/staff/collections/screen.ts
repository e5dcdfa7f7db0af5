import { InputFile } from "grammy";
import {
  addToCollectionCallback,
  collectionDatesCallback,
  collectionNumbersCallback,
  collectionParentCallback,
  collectionQrCallback,
  collectionRuleCallback,
  collectionWordsCallback,
  editCollectionCallback,
  editCollectionsCallback,
  memberCallback,
  membersCallback,
  newCollectionCallback,
  publishCollectionCallback,
} from "../../../bot/collections/callbacks.ts";
import { publishCollection, withdrawCollection } from "../../../bot/collections/editing/edit-store.ts";
import { findCollectionOfMember, moveMember } from "../../../bot/collections/editing/members-store.ts";
import { collectionTitle } from "../../../bot/collections/words.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { outsideLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { qrPicture } from "../../../bot/doors/telegram/screen/qr.ts";
import { answerTap, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import type { Acted } from "../../../bot/staff/act-store.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { addToCollection } from "./add-members.ts";
import { editCollectionDates, editCollectionParent, editCollectionText } from "./edit-collection.ts";
import { editCollectionRule } from "./edit-rule.ts";
import { editCollectionsView } from "./list.ts";
import { loadCollection } from "./load-collection.ts";
import { membersView, memberView } from "./members.ts";
import { newCollection } from "./new-collection.ts";
import { numbersView } from "./numbers.ts";
import { editCollectionView } from "./view.ts";

/** Collections, festivals and Nights for those who make them. */
export const editCollectionsScreen = new Screen();

const right = "collections.edit";

const showOr = (ctx: BotContext, view: View | null): Promise<void> => (view === null ? refuse(ctx) : show(ctx, view));

onStaffCallback(editCollectionsScreen, editCollectionsCallback, right, async (ctx, page) =>
  show(ctx, await editCollectionsView(ctx.services, ctx.reader, page)),
);
onStaffCallback(editCollectionsScreen, editCollectionCallback, right, async (ctx, id) =>
  showOr(ctx, await editCollectionView(ctx.services, ctx.reader, id)),
);
onStaffCallback(editCollectionsScreen, newCollectionCallback, right, (ctx) => enter(ctx, newCollection));
onStaffCallback(editCollectionsScreen, collectionWordsCallback, right, (ctx, which) =>
  enter(ctx, editCollectionText, which),
);
onStaffCallback(editCollectionsScreen, collectionDatesCallback, right, (ctx, id) =>
  enter(ctx, editCollectionDates, id),
);
onStaffCallback(editCollectionsScreen, collectionParentCallback, right, (ctx, id) =>
  enter(ctx, editCollectionParent, id),
);
onStaffCallback(editCollectionsScreen, collectionRuleCallback, right, (ctx, id) => enter(ctx, editCollectionRule, id));
onStaffCallback(editCollectionsScreen, addToCollectionCallback, right, (ctx, what) =>
  enter(ctx, addToCollection, what),
);

onStaffCallback(editCollectionsScreen, publishCollectionCallback, right, async (ctx, { collectionId, step }) => {
  const { services, reader } = ctx;
  const { t, now, person } = reader;
  if (step === "ask") return showOr(ctx, await editCollectionView(services, reader, collectionId, { isAsking: true }));
  const actor = { by: person.id, now };
  const done = await once<Acted<"published" | "no texts" | "withdrawn">>(ctx, `${step}-collection`, (database) =>
    step === "publish"
      ? publishCollection(database, actor, collectionId)
      : withdrawCollection(database, actor, collectionId),
  );
  if (done.kind === "forbidden") return refuse(ctx);
  const said = {
    published: t("collection.edit.said.shown"),
    "no texts": t("collection.edit.said.no_texts"),
    withdrawn: t("collection.edit.said.withdrawn"),
  }[done.value];
  await showOr(ctx, await editCollectionView(services, reader, collectionId, { said }));
});

onStaffCallback(editCollectionsScreen, membersCallback, right, async (ctx, state) =>
  showOr(ctx, await membersView(ctx.services, ctx.reader, state)),
);
onStaffCallback(editCollectionsScreen, memberCallback, right, async (ctx, { memberId, move }) => {
  const { services, reader } = ctx;
  const collectionId = await findCollectionOfMember(services.database, memberId);
  if (collectionId === null) return refuse(ctx);
  if (move !== "show") {
    const actor = { by: reader.person.id, now: reader.now };
    const moved = await once(ctx, "move-member", (database) =>
      moveMember(database, actor, { collectionId, memberId, move }),
    );
    if (moved.kind === "forbidden") return refuse(ctx);
  }
  if (move !== "out") return showOr(ctx, await memberView(services, reader, { collectionId, memberId }));
  const said = reader.t("collection.edit.said.out");
  await showOr(ctx, await membersView(services, reader, { collectionId, page: 0 }, said));
});

onStaffCallback(editCollectionsScreen, collectionQrCallback, right, async (ctx, id) => {
  const { services, reader, me } = ctx;
  const collection = await loadCollection(services, reader, id);
  if (collection === null) return refuse(ctx);
  const picture = await qrPicture(outsideLink(services, me.username, { kind: "collection", id }));
  await answerTap(ctx);
  const caption = cutAtWord(collectionTitle(collection.texts, reader.t.language), 200);
  await ctx.replyWithPhoto(new InputFile(picture, "qr.png"), { caption });
});

onStaffCallback(editCollectionsScreen, collectionNumbersCallback, right, async (ctx, id) =>
  showOr(ctx, await numbersView(ctx.services, ctx.reader, id)),
);
