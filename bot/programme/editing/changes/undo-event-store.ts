import { z } from "zod";
import type { Prisma } from "../../../../prisma/client/client.ts";
import type { Database } from "../../../database/database.ts";
import type { Actor } from "../../../staff/act-store.ts";
import type { Edition, Revised } from "../../../staff/revision.ts";
import { languages } from "../../../words/language.ts";
import { accessibilities, audiences, type LinkKind, linkKinds, sections } from "../../event.ts";
import type { EditableEvent } from "./event-snapshot.ts";
import { reviseEvent } from "./revise-event-store.ts";

/** How long a change can be taken back, in milliseconds. */
const undoable = 24 * 3_600_000;

const { exactOptional } = z;
const time = z.coerce.date().nullable();

/** The columns that may be taken back, as the audit log keeps them. Dates are not: people were told of them. */
const columnsSchema = z.object({
  section: exactOptional(z.enum(sections)),
  attendanceMode: exactOptional(z.enum(["online", "on_site", "mixed"])),
  isFree: exactOptional(z.boolean()),
  isFreeOnline: exactOptional(z.boolean()),
  priceMin: exactOptional(z.int().nullable()),
  priceMax: exactOptional(z.int().nullable()),
  currency: exactOptional(z.string()),
  ageMin: exactOptional(z.int().nullable()),
  audiences: exactOptional(z.array(z.enum(audiences))),
  accessibility: exactOptional(z.array(z.enum(accessibilities))),
  posterUrl: exactOptional(z.string().nullable()),
  isConversation: exactOptional(z.boolean()),
  withdrawnAt: exactOptional(time),
  publishedAt: exactOptional(time),
});

const fieldsSchema = z.record(z.string(), z.unknown());
const textName = /^texts\.(?<language>ru|tt|en)\.(?<part>title|summary|body|who|posterAlt)$/u;

/** The change is too old, somebody changed the event since, or the kind of change cannot be taken back. */
export interface NotUndone {
  kind: "not undone";
}

/** Takes the changes of an event since that revision back, within a day: words, links and fields are as they were before. */
export function undoEvent(
  database: Database,
  actor: Actor,
  edition: Edition,
  since: number,
): Promise<Revised<NotUndone>> {
  return reviseEvent<NotUndone>(database, actor, edition, "undo", async ({ tx, event }) => {
    const before = await findBefore(tx, edition, since, new Date(actor.now.getTime() - undoable));
    if (before === null) return { kind: "not undone" };
    const { links, ...others } = before;
    const named = Object.entries(others);
    const columns = columnsSchema.safeParse(Object.fromEntries(named.filter(([name]) => !textName.test(name))));
    const isKnown = named.every(([name]) => textName.test(name) || name in columnsSchema.shape);
    if (!columns.success || !isKnown) return { kind: "not undone" };
    await tx.event.update({ where: { id: event.id }, data: columns.data });
    await restoreTexts(tx, event, others);
    if (links !== undefined) await restoreLinks(tx, event.id, z.array(z.string()).parse(links), actor.now);
    return undefined;
  });
}

/** The fields that changed after that revision, as they were at it; null where one of the changes is too old. */
async function findBefore(
  tx: Prisma.TransactionClient,
  { id, revision }: Edition,
  since: number,
  notBefore: Date,
): Promise<Record<string, unknown> | null> {
  const entries = await tx.$queryRaw<{ before: unknown; at: Date }[]>`
    SELECT a."before", a."at" FROM "AuditEntry" a
    WHERE a."subject" = ${`event:${id}`} AND (a."after"->>'revision')::int > ${since}
      AND (a."after"->>'revision')::int <= ${revision} ORDER BY a."id" DESC LIMIT 10`;
  if (entries.length !== revision - since || entries.some(({ at }) => at < notBefore)) return null;
  return Object.assign({}, ...entries.map(({ before }) => fieldsSchema.parse(before ?? {})));
}

/** Brings the parts of texts back; a language without a title was not there. */
async function restoreTexts(
  tx: Prisma.TransactionClient,
  { id: eventId, texts }: EditableEvent,
  before: Record<string, unknown>,
): Promise<void> {
  for (const language of languages) {
    const parts = Object.entries(before).flatMap(([name, value]) => {
      const { groups } = textName.exec(name) ?? {};
      return groups?.["language"] === language ? [[groups["part"], typeof value === "string" ? value : null]] : [];
    });
    if (parts.length === 0) continue;
    const old = texts.find((text) => text.language === language);
    const { title, summary, body, who, posterAlt } = { ...empty, ...old, ...Object.fromEntries(parts) };
    const where = { eventId_language: { eventId, language } };
    const values = { title: title ?? "", summary, body, who, posterAlt };
    if (title === null) await tx.eventText.deleteMany({ where: { eventId, language } });
    else await tx.eventText.upsert({ where, create: { eventId, language, ...values }, update: values });
  }
}

const empty: Record<"title" | "summary" | "body" | "who" | "posterAlt", string | null> = {
  title: null,
  summary: null,
  body: null,
  who: null,
  posterAlt: null,
};

/** Links stand in the log as "ticket https://…". */
async function restoreLinks(
  tx: Prisma.TransactionClient,
  eventId: number,
  said: readonly string[],
  addedAt: Date,
): Promise<void> {
  const links = said.flatMap((line) => {
    const [first = "", url = ""] = line.split(" ");
    const kind = linkKinds.find((one): one is LinkKind => one === first);
    return kind === undefined ? [] : [{ kind, url }];
  });
  await tx.link.deleteMany({ where: { eventId, ...(links.length > 0 && { NOT: { OR: links } }) } });
  await tx.link.createMany({ data: links.map((link) => ({ ...link, eventId, addedAt })), skipDuplicates: true });
}
