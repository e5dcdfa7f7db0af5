import type { InlineKeyboardButton } from "grammy/types";
import { countProgramme } from "../../../bot/collections/arrange.ts";
import {
  addToCollectionCallback,
  collectionCallback,
  collectionDatesCallback,
  collectionNumbersCallback,
  collectionParentCallback,
  collectionQrCallback,
  collectionRuleCallback,
  collectionWordsCallback,
  editCollectionCallback,
  editCollectionsCallback,
  membersCallback,
  publishCollectionCallback,
} from "../../../bot/collections/callbacks.ts";
import type { Collection } from "../../../bot/collections/collection.ts";
import { findCollection } from "../../../bot/collections/collection-store.ts";
import { findMembers } from "../../../bot/collections/editing/members-store.ts";
import { findProgramme } from "../../../bot/collections/programme-store.ts";
import { gatherShowings } from "../../../bot/collections/showings.ts";
import { collectionTitle, formatCollectionDates } from "../../../bot/collections/words.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { button, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findInstitutionName } from "../../../bot/programme/listing/institution-facet-store.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { languages } from "../../../bot/words/language.ts";
import { aboutOf } from "../../collections/collection.ts";
import { toStaffMenu } from "../menu.ts";
import { loadCollection, stateOf } from "./load-collection.ts";
import { formatRule } from "./words.ts";

type Stored = Pick<Services, "database" | "city">;
type Viewer = Pick<Reader, "t" | "person" | "now">;

/** A collection for those who edit it; null where they may not look at it. `isAsking`: whether to withdraw it. */
export async function editCollectionView(
  services: Stored,
  reader: Viewer,
  id: number,
  { said, isAsking = false }: { said?: string; isAsking?: boolean } = {},
): Promise<View | null> {
  const { t, now } = reader;
  const collection = await loadCollection(services, reader, id);
  if (collection === null) return null;
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      await describe(services, reader, collection),
      isAsking ? html`\n${t("collection.edit.ask.withdraw")}` : null,
    ),
    keyboard: isAsking
      ? [
          [
            button(
              t("collection.edit.button.withdraw_now"),
              publishCollectionCallback.data({ collectionId: id, step: "withdraw" }),
            ),
          ],
          [button(t("button.back"), editCollectionCallback.data(id))],
        ]
      : [
          ...rows(stateButtons(collection, reader, now)),
          languages.map((language) =>
            button(t(`language.name.${language}`), collectionWordsCallback.data({ collectionId: id, language })),
          ),
          ...rows(contentButtons(collection, t)),
          [button(t("collection.edit.title"), editCollectionsCallback.data(0)), toStaffMenu(t)],
        ],
  };
}

/** Showing it or taking it back, and what goes with one that is shown. */
function stateButtons(collection: Collection, { t }: Viewer, now: Date): InlineKeyboardButton[] {
  const { id: collectionId } = collection;
  if (stateOf(collection, now) !== "shown")
    return [
      button(t("collection.edit.button.publish"), publishCollectionCallback.data({ collectionId, step: "publish" })),
    ];
  return [
    button(t("collection.edit.button.see"), collectionCallback.data(aboutOf(collectionId))),
    button(t("collection.edit.button.qr"), collectionQrCallback.data(collectionId)),
    button(t("collection.edit.button.numbers"), collectionNumbersCallback.data(collectionId)),
    button(t("collection.edit.button.withdraw"), publishCollectionCallback.data({ collectionId, step: "ask" })),
  ];
}

const contentButtons = ({ id: collectionId, institutionId }: Collection, t: Reader["t"]): InlineKeyboardButton[] => [
  button(t("collection.edit.button.events"), addToCollectionCallback.data({ collectionId, what: "events" })),
  // A course is the city's: no house has one of its own.
  ...(institutionId === null
    ? [button(t("collection.edit.button.courses"), addToCollectionCallback.data({ collectionId, what: "courses" }))]
    : []),
  button(t("collection.edit.button.rule"), collectionRuleCallback.data(collectionId)),
  button(t("collection.edit.button.members"), membersCallback.data({ collectionId, page: 0 })),
  button(t("collection.edit.button.dates"), collectionDatesCallback.data(collectionId)),
  button(t("collection.edit.button.parent"), collectionParentCallback.data(collectionId)),
];

async function describe(services: Stored, reader: Viewer, collection: Collection): Promise<Html> {
  const { t, now } = reader;
  const { database, city } = services;
  const { id, texts, institutionId, parentId, rule, dates } = collection;
  const [items, members, owner, whole] = await Promise.all([
    findProgramme(database, id, { now, language: t.language, personId: null, asStaff: true }),
    findMembers(database, id, t.language),
    institutionId === null ? null : findInstitutionName(database, institutionId, t.language),
    parentId === null ? null : findCollection(database, parentId),
  ]);
  const when = formatCollectionDates(dates, { t, now, zone: city.timeZone });
  const written = languages.filter((language) => texts[language] !== undefined);
  return joinLines(
    html`<b>${collectionTitle(texts, t.language)}</b>`,
    `${t(`collection.kind.${collection.kind}`)} · ${t(`collection.edit.state.${stateOf(collection, now)}`)}`,
    "",
    when === null ? t("collection.edit.no_dates") : t("collection.edit.dates", { when }),
    owner === null ? t("collection.edit.of_city") : t("collection.edit.whose", { name: owner }),
    t("collection.edit.texts", { languages: written.map((each) => t(`language.name.${each}`)).join(", ") }),
    t("collection.edit.by_hand", { count: members.filter(({ isLeftOut }) => !isLeftOut).length }),
    rule === null ? t("collection.edit.no_rule") : t("collection.edit.rule", { rule: formatRule(rule, t) }),
    whole === null ? null : t("collection.edit.part_of", { title: collectionTitle(whole.texts, t.language) }),
    html`\n${t("collection.edit.in_it", countProgramme(gatherShowings(items, now, city.timeZone)))}`,
  );
}
