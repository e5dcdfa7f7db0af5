import type { Queries } from "../../database/database.ts";
import type { Content } from "../../delivery/content.ts";
import type { Language, Texts } from "../../words/language.ts";
import { type AnnouncementButton, buttonsSchema } from "../announcement.ts";
import { audienceSchema, isToOwnClass } from "../audience/audience.ts";
import { readTexts } from "../draft/draft-store.ts";

/** What an announcement says, for all of its recipients. */
export interface Announced {
  texts: Texts<Content>;
  buttons: AnnouncementButton[][];
  /** Goes to people's own class, which they cannot mute. */
  isToOwnClass: boolean;
}

interface Row {
  audience: unknown;
  buttons: unknown;
  texts: { language: Language; content: unknown }[] | null;
}

/** Finds what an announcement says; null when there is none. */
export async function findAnnounced(queries: Queries, id: number): Promise<Announced | null> {
  const [row] = await queries.$queryRaw<Row[]>`
    SELECT a."audience", a."buttons", (
      SELECT jsonb_agg(jsonb_build_object('language', t."language", 'content', t."content"))
      FROM "AnnouncementText" t WHERE t."announcementId" = a."id") AS "texts"
    FROM "Announcement" a WHERE a."id" = ${id}`;
  if (row === undefined) return null;
  return {
    texts: readTexts(row.texts ?? []),
    buttons: buttonsSchema.parse(row.buttons),
    isToOwnClass: isToOwnClass(audienceSchema.parse(row.audience)),
  };
}
