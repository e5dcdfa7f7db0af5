import type { Reader, Services } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findInstitution, type Institution } from "../../../bot/programme/editing/institution-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { languages } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { toStaffMenu } from "../menu.ts";
import { institutionPlaceCallback, institutionsCallback, institutionWordsCallback } from "./callbacks.ts";

/** Reads an institution for somebody who may edit its words; null for everybody else. */
export async function loadInstitution(
  { database }: Pick<Services, "database">,
  { person }: Pick<Reader, "person">,
  institutionId: number,
): Promise<{ institution: Institution; mayPlace: boolean } | null> {
  const staff = await findStaff(database, person.id);
  if (!may(staff, "institutions.edit", { institutionId })) return null;
  const institution = await findInstitution(database, institutionId);
  return institution && { institution, mayPlace: may(staff, "institutions.manage") };
}

/** An institution as it is, and what this person may change of it; null where they may not look at it. */
export async function institutionView(
  services: Pick<Services, "database">,
  reader: Pick<Reader, "t" | "person">,
  institutionId: number,
  said?: string,
): Promise<View | null> {
  const { t } = reader;
  const loaded = await loadInstitution(services, reader, institutionId);
  if (loaded === null) return null;
  const toPlace = button(t("institution.button.place"), institutionPlaceCallback.data(institutionId));
  return {
    text: joinLines(said === undefined ? null : html`${said}\n`, describe(loaded.institution, t)),
    keyboard: [
      languages.map((language) =>
        button(t(`language.name.${language}`), institutionWordsCallback.data({ institutionId, language })),
      ),
      loaded.mayPlace ? [toPlace] : [],
      [button(t("institution.title"), institutionsCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

function describe({ texts, position, events }: Institution, t: Translate): Html {
  return joinLines(
    html`<b>${t("institution.one")}</b>`,
    "",
    ...languages.map((language) => {
      const { name, address } = texts[language] ?? { name: t("institution.unnamed"), address: null };
      const place = address === null ? name : t("card.where", { title: name, address });
      return html`${t(`language.name.${language}`)}: ${place}`;
    }),
    "",
    t(position === null ? "institution.not_on_map" : "institution.on_map"),
    t("institution.events", { count: events }),
  );
}
