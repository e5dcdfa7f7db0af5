import type { Reader, Services } from "../../../bot/context.ts";
import { button, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { formatHours } from "../../../bot/opening/words.ts";
import { findInstitution, type Institution } from "../../../bot/programme/editing/institution-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { languages, textIn } from "../../../bot/words/language.ts";
import { toStaffMenu } from "../menu.ts";
import { institutionAboutCallback, institutionHoursCallback } from "../offers/callbacks.ts";
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
  reader: Pick<Reader, "t" | "person" | "zone" | "now">,
  institutionId: number,
  said?: string,
): Promise<View | null> {
  const { t } = reader;
  const loaded = await loadInstitution(services, reader, institutionId);
  if (loaded === null) return null;
  const toPlace = button(t("institution.button.place"), institutionPlaceCallback.data(institutionId));
  return {
    text: joinLines(said === undefined ? null : html`${said}\n`, describe(loaded.institution, reader)),
    keyboard: [
      languages.map((language) =>
        button(t(`language.name.${language}`), institutionWordsCallback.data({ institutionId, language })),
      ),
      [
        button(t("always_edit.button.house_hours"), institutionHoursCallback.data(institutionId)),
        ...(loaded.mayPlace ? [toPlace] : []),
      ],
      ...rows(
        languages.map((language) =>
          button(
            t("always_edit.button.about", { language: t(`language.name.${language}`) }),
            institutionAboutCallback.data({ institutionId, language }),
          ),
        ),
      ),
      [button(t("institution.title"), institutionsCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

function describe(
  { texts, about, hours, position, events }: Institution,
  reader: Pick<Reader, "t" | "zone" | "now">,
): Html {
  const { t } = reader;
  const words = textIn(about, t.language);
  return joinLines(
    html`<b>${t("institution.one")}</b>`,
    "",
    ...languages.map((language) => {
      const { name, address } = texts[language] ?? { name: t("institution.unnamed"), address: null };
      const place = address === null ? name : t("card.where", { title: name, address });
      return html`${t(`language.name.${language}`)}: ${place}`;
    }),
    hours === null ? null : html`\n${capitalise(formatHours(hours, reader))}`,
    words === undefined ? null : html`\n${words}`,
    "",
    t(position === null ? "institution.not_on_map" : "institution.on_map"),
    t("institution.events", { count: events }),
  );
}
