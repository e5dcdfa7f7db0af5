import type { Queries } from "../../database/database.ts";
import type { Content } from "../../delivery/content.ts";
import type { Language, Texts } from "../../words/language.ts";
import { type AnnouncementButton, buttonsSchema } from "../announcement.ts";
import { audienceSchema, isToOwnClass } from "../audience/audience.ts";
import { readTexts } from "../draft/draft-store.ts";

/** What an announcement says, for all of its recipients. */
export interface Announced {
  /** The announcement under whose buttons presses are counted: of a correction, what it corrects; null: it is looked at while it is written. */
  id: number | null;
  texts: Texts<Content>;
  buttons: AnnouncementButton[][];
  /** Goes to people's own class, which they cannot mute. */
  isToOwnClass: boolean;
}

interface Row {
  id: number;
  audience: unknown;
  buttons: unknown;
  texts: { language: Language; content: unknown }[] | null;
}

/** Finds what an announcement says; null when there is none. */
export async function findAnnounced(queries: Queries, id: number): Promise<Announced | null> {
  const [row] = await queries.$queryRaw<Row[]>`
    SELECT CASE WHEN a."audience" ->> 'kind' = 'recipients' THEN coalesce(a."parentId", a."id") ELSE a."id" END AS "id",
           a."audience", a."buttons", (
      SELECT jsonb_agg(jsonb_build_object('language', t."language", 'content', t."content"))
      FROM "AnnouncementText" t WHERE t."announcementId" = a."id") AS "texts"
    FROM "Announcement" a WHERE a."id" = ${id}`;
  if (row === undefined) return null;
  return {
    id: row.id,
    texts: readTexts(row.texts ?? []),
    buttons: buttonsSchema.parse(row.buttons),
    isToOwnClass: isToOwnClass(audienceSchema.parse(row.audience)),
  };
}
