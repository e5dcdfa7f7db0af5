import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Content } from "../../delivery/content.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { type Language, languages, type Texts } from "../../words/language.ts";
import { canReplace, secondAdminFrom } from "../announcement.ts";
import type { Recipients } from "../audience/audience.ts";
import { countSent } from "../audience/count-store.ts";
import { type Elsewhere, elsewhere } from "../sending/conflict-store.ts";
import { readTexts } from "./draft-store.ts";
import { askOthers } from "./proposal-store.ts";
import { endSeries } from "./series-store.ts";

/** The new texts, or that the message is to be taken back – and, of a weekly one, not to be sent again. */
export type Correction = { kind: "edit"; texts: Texts<Content> } | { kind: "delete"; endsSeries?: boolean };

export type Corrected =
  /** Its own id, and how many got what is corrected. Proposed: a second admin has to agree. */
  | { kind: "correcting"; id: number; count: number; state: "proposed" | "scheduled" }
  /** Telegram cannot put this content in the place of what was sent, or a language is missing that was sent. */
  | { kind: "unfitting"; language: Language }
  | { kind: "nobody" }
  /** The announcement is older than messages that Telegram deletes. */
  | { kind: "too old" }
  | Elsewhere;

/**
 * Corrects an announcement that is done, paused or cancelled, with everybody who got it: an announcement of its own,
 * with the same second pair of eyes, or a harmless text could be agreed to and then changed.
 */
export async function correct(
  database: Database,
  actor: Actor,
  announcementId: number,
  correction: Correction,
  options: { secondAdminFrom: number } = { secondAdminFrom },
): Promise<Acted<Corrected>> {
  const { now, by } = actor;
  return actAs(database, actor, { action: "announcements.send" }, async (tx, audit): Promise<Corrected> => {
    const original = await tx.announcement.findFirst({
      where: { id: announcementId, state: { in: ["done", "paused", "cancelled"] } },
      include: { texts: true },
    });
    if (original === null) return elsewhere(tx, announcementId);
    const language = correction.kind === "edit" ? unfitting(readTexts(original.texts), correction.texts) : undefined;
    if (language !== undefined) return { kind: "unfitting", language };
    const audience: Recipients = { kind: "recipients", announcementId, correction: correction.kind };
    const { count, tooOld } = await countSent(tx, audience, now);
    if (count === 0) return { kind: tooOld > 0 ? "too old" : "nobody" };
    const endsSeries = correction.kind === "delete" && correction.endsSeries === true;
    if (endsSeries) await endSeries(tx, announcementId);
    const state = count >= options.secondAdminFrom ? "proposed" : "scheduled";
    const { id } = await tx.announcement.create({
      data: {
        ...{ state, audience, audienceSize: count, parentId: announcementId, createdAt: now },
        buttons: original.buttons as Prisma.InputJsonArray,
        authorId: BigInt(by),
        confirmedBy: BigInt(by),
        texts: { create: correction.kind === "edit" ? rowsOf(correction.texts) : [] },
      },
    });
    await audit({
      subject: `announcement:${announcementId}`,
      verb: `correct.${correction.kind}`,
      after: { id, count, ...(endsSeries && { endsSeries }) },
    });
    if (state === "proposed") await askOthers(tx, id, actor);
    await wakeDispatcher(tx);
    return { kind: "correcting", id, count, state };
  });
}

/** The first language whose text cannot take the place of what was sent. */
const unfitting = (sent: Texts<Content>, next: Texts<Content>): Language | undefined =>
  languages.find((language) => {
    const [before, after] = [sent[language], next[language]];
    return before !== undefined && (after === undefined || !canReplace(before, after));
  });

const rowsOf = (texts: Texts<Content>) =>
  languages.flatMap((language) => {
    const content = texts[language];
    return content ? [{ language, content: content as Prisma.InputJsonObject }] : [];
  });
