import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { hoursOf, type OpeningHours } from "../../opening/opening-hours.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { type Language, textIn } from "../../words/language.ts";
import { findInstitution, holdInstitution } from "./institution-store.ts";

const right = (institutionId: number) => ({
  action: "institutions.edit" as const,
  target: (tx: Prisma.TransactionClient) => holdInstitution(tx, institutionId),
});

/** Says when an institution is open; null: nobody says any more. */
export const setInstitutionHours = (
  database: Database,
  actor: Actor,
  institutionId: number,
  hours: OpeningHours | null,
): Promise<Acted<void>> =>
  actAs(database, actor, right(institutionId), async (tx, audit) => {
    const { openingHours } = await tx.institution.findUniqueOrThrow({ where: { id: institutionId } });
    const value = hours === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(hours)) as Prisma.InputJsonObject);
    await tx.institution.update({ where: { id: institutionId }, data: { openingHours: value } });
    const told = (one: OpeningHours | null) => ({ openingHours: one === null ? null : JSON.stringify(one) });
    await audit({
      ...{ subject: `institution:${institutionId}`, verb: "fields" },
      ...{ before: told(hoursOf(openingHours)), after: told(hours) },
    });
  });

/** Writes what an institution is, in a language; where it has no name in it, by that of another language. */
export const setInstitutionAbout = (
  database: Database,
  actor: Actor,
  institutionId: number,
  { language, about }: { language: Language; about: string | null },
): Promise<Acted<void>> =>
  actAs(database, actor, right(institutionId), async (tx, audit) => {
    const known = await findInstitution(tx, institutionId);
    const name = textIn(known?.texts ?? {}, language)?.name ?? "";
    await tx.institutionText.upsert({
      where: { institutionId_language: { institutionId, language } },
      create: { institutionId, language, name, about },
      update: { about },
    });
    const before = { [language]: { about: known?.about[language] ?? null } };
    await audit({ subject: `institution:${institutionId}`, verb: "texts", before, after: { [language]: { about } } });
  });
