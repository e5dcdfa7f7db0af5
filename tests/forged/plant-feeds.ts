import type { Database } from "../../bot/database/database.ts";
import { id } from "../../bot/doors/telegram/screen/codec.ts";
import type { Things } from "./things.ts";

/** A feed of an institution with news that waits, and two of its events that may be one; all of it says what is secret. */
export async function plantFeeds(
  database: Database,
  { institutionId, eventIds, said }: { institutionId: number; eventIds: readonly number[]; said: string },
  now: Date,
): Promise<Pick<Things, "d" | "y" | "b" | "H" | "T">> {
  const feed = await database.feed.create({
    data: {
      ...{ address: `https://${said}.example.org/`, createdAt: now, nextAt: now, institutionId, kind: "rss" },
      ...{ key: said, hour: 5, action: "review" as const },
      hints: { create: { recordId: "1", title: said, text: said, seenAt: now } },
    },
    include: { hints: true },
  });
  const [firstId = 0, secondId = 0] = eventIds;
  const suspicion = { state: "suspected" as const, likeness: 1, reason: "place", foundAt: now };
  await database.eventPair.create({ data: { firstId, secondId, ...suspicion } });
  const channels = await Promise.all(
    [now, null].map((connectedAt, index) =>
      database.channel.create({
        data: {
          ...{ door: "telegram", chatId: `-100${index}`, title: said, offeredAt: now, institutionId, connectedAt },
          posts: {
            create: {
              ...{
                messageId: "1",
                text: said,
                entities: [],
                postedAt: now,
                untilAt: new Date(now.getTime() + 86_400_000),
              },
              found: [{ title: said, dates: [], hasStartTime: true }],
            },
          },
        },
        include: { posts: true },
      }),
    ),
  );
  return {
    H: channels.map(({ id: channelId }) => channelId),
    T: channels.flatMap(({ posts }) => posts.map((post) => post.id)),
    d: [feed.id],
    y: feed.hints.map((hint) => hint.id),
    b: [`${id.encode(firstId)}.${id.encode(secondId)}`],
  };
}
