import { Prisma } from "../../prisma/client/client.ts";

/** A statement that deletes the unfinished dialogues of a person, at all messengers, and those of colleagues that name them. */
export const forgetDialoguesOf = (personId: number): Prisma.Sql => Prisma.sql`
  DELETE FROM "Dialogue"
  WHERE "key" IN (SELECT "door" || ':' || "chatId" FROM "Address" WHERE "personId" = ${BigInt(personId)})
    OR (strpos("state"::text, ${String(personId)}) > 0
      AND jsonb_path_exists("state", '$.** ? (@.id == $id || @.personId == $id)', jsonb_build_object('id', ${BigInt(personId)}::bigint)))`;
