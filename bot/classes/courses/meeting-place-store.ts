import type { Queries } from "../../database/database.ts";
import { preferred } from "../../programme/preferred.sql.ts";
import type { Language } from "../../words/language.ts";
import type { MeetingPlace } from "./meeting-place.ts";

/** Finds a place as learners will read of it; null when it is gone. */
export async function findMeetingPlace(
  queries: Queries,
  placeId: number,
  language: Language,
): Promise<MeetingPlace | null> {
  const [place] = await queries.$queryRaw<MeetingPlace[]>`
    SELECT t."title", t."address", w."latitude", w."longitude"
    FROM "Place" w JOIN "PlaceText" t ON t."placeId" = w."id" WHERE w."id" = ${placeId}
    ${preferred(language)}`;
  return place ?? null;
}
