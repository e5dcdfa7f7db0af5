import { Prisma } from "../../../prisma/client/client.ts";

type State = "pending" | "claimed" | "sent" | "failed";

/**
 * The deliveries "Delivery" d of an announcement in some states. Lanes are named, all of them, because the index that
 * leads there begins with state and lane; another one would slow every fan-out.
 */
export const rowsOf = (id: Prisma.Sql | number, ...states: State[]): Prisma.Sql => Prisma.sql`
  d."state" = ANY(${states}::text[]::"DeliveryState"[]) AND d."lane" = ANY(enum_range(NULL::"Lane")) AND d."announcementId" = ${id}`;

/**
 * Until when Telegram deletes the message of a delivery "Delivery" d: 48 hours from when it was sent
 * (https://core.telegram.org/bots/api#deletemessage). The call began a moment before that.
 */
export const deletableUntil: Prisma.Sql = Prisma.sql`coalesce(d."attemptedAt", d."settledAt") + interval '48 hours'`;
