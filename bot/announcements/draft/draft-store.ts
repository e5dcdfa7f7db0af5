import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Content, contentSchema } from "../../delivery/content.ts";
import type { Destination } from "../../people/address.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { type Language, languages, type Texts } from "../../words/language.ts";
import { type AnnouncementDraft, type AnnouncementState, buttonsSchema } from "../announcement.ts";
import { audienceSchema } from "../audience/audience.ts";

const action = "announcements.send";

export interface ProgressMessage extends Destination {
  messageId: string;
}

export interface Announcement extends AnnouncementDraft {
  id: number;
  state: AnnouncementState;
  authorId: number | null;
  parentId: number | null;
  confirmedBy: number | null;
  audienceSize: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** What the second admin said when they did not agree. */
  refusal: string | null;
  /** The message that shows its progress. */
  progress: ProgressMessage | null;
}

/** Keeps what was written so far as a draft and returns its id. */
export async function createDraft(database: Database, actor: Actor, draft: AnnouncementDraft): Promise<Acted<number>> {
  return actAs(database, actor, { action }, async (tx, audit) => {
    const { id } = await tx.announcement.create({
      data: { ...columns(draft), authorId: BigInt(actor.by), createdAt: actor.now, texts: { create: texts(draft) } },
    });
    await audit({ subject: `announcement:${id}`, verb: "draft", after: { audience: draft.audience } });
    return id;
  });
}

/** Writes one's own draft anew; false when it is none any more. */
export async function changeDraft(
  database: Database,
  actor: Actor,
  id: number,
  draft: AnnouncementDraft,
): Promise<Acted<boolean>> {
  return actAs(database, actor, { action }, async (tx) => {
    const { count } = await tx.announcement.updateMany({
      where: { id, state: "draft", authorId: BigInt(actor.by) },
      data: columns(draft),
    });
    if (count === 0) return false;
    await tx.announcementText.deleteMany({ where: { announcementId: id } });
    await tx.announcementText.createMany({ data: texts(draft).map((text) => ({ ...text, announcementId: id })) });
    return true;
  });
}

function columns({ audience, buttons, startAt, hours, isWeekly, repeatUntil }: AnnouncementDraft) {
  const json = { audience: audienceSchema.parse(audience), buttons: buttonsSchema.parse(buttons) };
  const window = { windowFrom: hours?.from ?? null, windowUntil: hours?.until ?? null };
  return { ...json, ...window, startAt, isWeekly, repeatUntil };
}

const texts = (draft: AnnouncementDraft): { language: Language; content: Prisma.InputJsonObject }[] =>
  languages.flatMap((language) => {
    const content = draft.texts[language];
    return content ? [{ language, content: contentSchema.parse(content) as Prisma.InputJsonObject }] : [];
  });

/** Finds an announcement with all that was written. */
export async function findAnnouncement(database: Database, id: number): Promise<Announcement | null> {
  const row = await database.announcement.findUnique({ where: { id }, include: { texts: true } });
  if (row === null) return null;
  const { state, parentId, startAt, isWeekly, repeatUntil, audienceSize, startedAt, finishedAt, refusal } = row;
  const { windowFrom, windowUntil, progressDoor: door, progressChatId: chatId, progressMessageId: messageId } = row;
  const numberOf = (value: bigint | null) => (value === null ? null : Number(value));
  return {
    ...{ id, state, parentId, startAt, isWeekly, repeatUntil, audienceSize, startedAt, finishedAt, refusal },
    authorId: numberOf(row.authorId),
    confirmedBy: numberOf(row.confirmedBy),
    audience: audienceSchema.parse(row.audience),
    buttons: buttonsSchema.parse(row.buttons),
    texts: readTexts(row.texts),
    hours: windowFrom === null || windowUntil === null ? null : { from: windowFrom, until: windowUntil },
    progress: door === null || chatId === null || messageId === null ? null : { door, chatId, messageId },
  };
}

export function readTexts(rows: readonly { language: Language; content: unknown }[]): Texts<Content> {
  return Object.fromEntries(rows.map(({ language, content }) => [language, contentSchema.parse(content)]));
}

/** Remembers which message shows the progress, so that it goes on after a restart. */
export async function setProgressMessage(
  queries: Queries,
  id: number,
  { door, chatId, messageId }: ProgressMessage,
): Promise<void> {
  await queries.announcement.updateMany({
    where: { id },
    data: { progressDoor: door, progressChatId: chatId, progressMessageId: messageId },
  });
}

/** Makes a draft of what another announcement said, to the same people; null when there is no such announcement. */
export async function copyAsDraft(database: Database, actor: Actor, id: number): Promise<Acted<number | null>> {
  const found = await findAnnouncement(database, id);
  if (found === null || found.audience.kind !== "people") return { kind: "done", value: null };
  const { audience, texts: said, buttons, hours } = found;
  return createDraft(database, actor, {
    audience,
    texts: said,
    buttons,
    hours,
    startAt: null,
    isWeekly: false,
    repeatUntil: null,
  });
}
