import type { Reader, Services } from "../../../bot/context.ts";
import { button, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findRecentMerges, type RecentMerge } from "../../../bot/programme/editing/places/merge-places-store.ts";
import { type EditablePlace, findPlace } from "../../../bot/programme/editing/places/place-edit-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { languages, textIn } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { toStaffMenu } from "../menu.ts";
import {
  placeMergeCallback,
  placePinCallback,
  placesCallback,
  placeWordsCallback,
  unmergeCallback,
} from "./callbacks.ts";

/** A place as somebody of the staff sees it. */
export interface SeenPlace {
  place: EditablePlace;
  name: string;
  mayEdit: boolean;
  mayMerge: boolean;
  merges: RecentMerge[];
}

/** Reads a place for somebody who may edit one at all; null for everybody else. */
export async function loadPlace(
  { database }: Pick<Services, "database">,
  { person, t, now }: Pick<Reader, "person" | "t" | "now">,
  placeId: number,
): Promise<SeenPlace | null> {
  const staff = await findStaff(database, person.id);
  const place = may(staff, "places.edit") ? await findPlace(database, placeId) : null;
  if (place === null) return null;
  const mayMerge = may(staff, "places.edit", { institutionId: null });
  return {
    place,
    name: textIn(place.texts, t.language)?.title ?? String(placeId),
    mayEdit: may(staff, "places.edit", { institutionId: place.institutionId }),
    mayMerge,
    merges: mayMerge ? await findRecentMerges(database, placeId, now, t.language) : [],
  };
}

/** A place as it is, and what this person may change of it; null where there is none. */
export async function placeView(
  services: Pick<Services, "database">,
  reader: Pick<Reader, "t" | "person" | "now">,
  placeId: number,
  said?: string,
): Promise<View | null> {
  const { t } = reader;
  const seen = await loadPlace(services, reader, placeId);
  if (seen === null) return null;
  const { place, mayEdit, mayMerge, merges } = seen;
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      describe(place, t),
      mayEdit ? null : html`\n${t("place.shared")}`,
    ),
    keyboard: [
      ...merges.map(({ placeId: gone, name }) => [
        wideButton(t("place.button.unmerge", { name }), unmergeCallback.data(gone)),
      ]),
      mayEdit
        ? languages.map((language) =>
            button(t(`language.name.${language}`), placeWordsCallback.data({ placeId, language })),
          )
        : [],
      mayEdit ? [button(t("institution.button.place"), placePinCallback.data(placeId))] : [],
      mayMerge ? [button(t("place.button.merge"), placeMergeCallback.data(placeId))] : [],
      [button(t("place.title"), placesCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

function describe({ texts, position, events, isHome }: EditablePlace, t: Translate): Html {
  return joinLines(
    html`<b>${t("place.one")}</b>`,
    "",
    ...languages.map((language) => {
      const { title, address } = texts[language] ?? { title: t("institution.unnamed"), address: null };
      const words = address === null ? title : t("card.where", { title, address });
      return html`${t(`language.name.${language}`)}: ${words}`;
    }),
    "",
    t(position === null ? "institution.not_on_map" : "institution.on_map"),
    isHome ? t("place.home") : null,
    t("institution.events", { count: events }),
  );
}
