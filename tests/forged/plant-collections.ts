import type { Database } from "../../bot/database/database.ts";
import type { Things } from "./things.ts";

/** Plants collections of which residents see nothing, and one that they see, which holds nothing that they may see. */
export async function plantCollections(
  database: Database,
  { i, e, personId, said }: Pick<Things, "i" | "e"> & { personId: number; said: string },
  now: Date,
): Promise<Pick<Things, "z" | "Z">> {
  const z: number[] = [];
  const inside: number[] = [];
  const past = new Date(now.getTime() - 86_400_000);
  const fates = { draft: {}, withdrawn: { publishedAt: past, withdrawnAt: now }, open: { publishedAt: past } };
  for (const [name, fate] of Object.entries(fates)) {
    const isOpen = name === "open";
    const text = isOpen
      ? { title: "Открытая подборка", summary: null }
      : { title: `${said} ${name} collection`, summary: `${said} summary of ${name}` };
    const { id, members } = await database.collection.create({
      data: {
        ...{ kind: "night", institutionId: i[0] ?? null, sections: [], audiences: [], isByRule: isOpen },
        ...{
          startsAt: now,
          endsAt: new Date(now.getTime() + 48 * 3_600_000),
          createdAt: past,
          updatedAt: past,
          ...fate,
        },
        texts: { create: { language: "ru", ...text } },
        members: { create: e.map((eventId, position) => ({ eventId, position })) },
        reminders: { create: { personId: BigInt(personId), createdAt: now } },
      },
      include: { members: true },
    });
    z.push(id);
    if (!isOpen) inside.push(...members.map((member) => member.id));
  }
  return { z, Z: inside };
}
