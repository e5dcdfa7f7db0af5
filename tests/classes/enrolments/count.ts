import type { Database } from "../../../bot/database/database.ts";

/** What must be true of every group at every moment, as sentences about those where it is not. */
export async function findBroken(database: Database): Promise<string[]> {
  const rows = await database.$queryRaw<{ said: string }[]>`
     WITH counted AS (
       SELECT g.*, count(e."id") FILTER (WHERE e."state" IN ('enrolled', 'offered'))::int AS "places",
              count(e."id") FILTER (WHERE e."state" = 'waiting')::int AS "line"
       FROM "Group" g LEFT JOIN "Enrolment" e ON e."groupId" = g."id" GROUP BY g."id")
     SELECT 'group ' || "id" || ' has more people than places' AS "said" FROM counted WHERE "taken" > "capacity"
     UNION ALL SELECT 'group ' || "id" || ' counts ' || "taken" || ' taken, there are ' || "places" FROM counted WHERE "taken" <> "places"
     UNION ALL SELECT 'group ' || "id" || ' counts ' || "waiting" || ' waiting, there are ' || "line" FROM counted WHERE "waiting" <> "line"
     UNION ALL SELECT 'person ' || "personId" || ' is twice in group ' || "groupId" FROM "Enrolment"
       WHERE "state" <> 'left' GROUP BY "groupId", "personId" HAVING count(*) > 1
     UNION ALL SELECT 'ticket ' || "ticket" || ' of group ' || "groupId" || ' was given twice' FROM "Enrolment"
       GROUP BY "groupId", "ticket" HAVING count(*) > 1
     UNION ALL SELECT 'somebody was passed over in group ' || "groupId" FROM "Enrolment" GROUP BY "groupId"
       HAVING max("ticket") FILTER (WHERE "state" IN ('enrolled', 'offered')) > min("ticket") FILTER (WHERE "state" = 'waiting')
     UNION ALL SELECT 'enrolment ' || e."id" || ' is ' || e."state" || ' with ' || count(o."id") || ' open offers'
       FROM "Enrolment" e LEFT JOIN "Offer" o ON o."enrolmentId" = e."id" AND o."state" = 'open'
       GROUP BY e."id" HAVING count(o."id") <> (CASE WHEN e."state" = 'offered' THEN 1 ELSE 0 END)
     UNION ALL SELECT 'person ' || a."personId" || ' waits for course ' || g."courseId" || ' and is in it'
       FROM "Enrolment" a JOIN "Group" g ON g."id" = a."groupId"
       JOIN "Group" h ON h."courseId" = g."courseId" AND h."id" <> g."id"
       JOIN "Enrolment" b ON b."groupId" = h."id" AND b."personId" = a."personId"
       WHERE a."state" = 'enrolled' AND b."state" <> 'left'
     UNION ALL SELECT 'offer ' || o."id" || ' was not told' FROM "Offer" o
       WHERE NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."dedupeKey" = 'offer:' || o."id")`;
  return rows.map(({ said }) => said);
}
