import { z } from "zod";
import type { Services } from "../context.ts";
import { memo } from "../database/memo.ts";
import {
  type DueDelivery,
  messageIdShape,
  type Recipient,
  type Renderer,
  type Rendering,
} from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { writeCallback } from "../threads/callbacks.ts";
import { findTold } from "./sending/class-message-store.ts";
import { findAnnounced } from "./sending/text-store.ts";
import { staffRenderers } from "./staff-renderers.ts";
import { writeAnnouncement, writeClassMessage } from "./words.ts";

/** Milliseconds: a correction is seen soon, and thousands share one look. */
const freshFor = 1_000;

const gone: Rendering = { kind: "nothing", reason: "the announcement is gone" };

/** What fan-out-store.ts notes of a message to be corrected. */
const sentShape = z
  .object({ messageId: messageIdShape, otherMessageIds: z.array(messageIdShape) })
  .transform(({ messageId, otherMessageIds }) => ({ messageIds: [messageId, ...otherMessageIds] }));

/** Writes announcements, what corrects them, messages to a class, and what staff is told about announcements. */
export function renderers(services: Pick<Services, "database" | "words">): Record<string, Renderer> {
  const { database } = services;
  const announced = memo<number, Awaited<ReturnType<typeof findAnnounced>>>(freshFor);
  const told = memo<number, Awaited<ReturnType<typeof findTold>>>(freshFor);

  async function write({ announcementId }: DueDelivery, { t, now }: Recipient) {
    const found =
      announcementId === null
        ? null
        : await announced(announcementId, now, () => findAnnounced(database, announcementId));
    return found && writeAnnouncement(found, t);
  }

  return {
    ...staffRenderers(services),
    async announcement(delivery, recipient) {
      const written = await write(delivery, recipient);
      return written === null ? gone : { kind: "content", ...written };
    },
    async "announcement-edit"(delivery, recipient) {
      const written = await write(delivery, recipient);
      return written === null ? gone : { kind: "edit", ...sentShape.parse(delivery.payload), ...written };
    },
    async "announcement-delete"({ payload }) {
      return { kind: "delete", ...sentShape.parse(payload) };
    },
    async "class-message"({ announcementId }, { t, now }) {
      const found =
        announcementId === null ? null : await told(announcementId, now, () => findTold(database, announcementId));
      if (found === null) return gone;
      const { groupId } = found;
      // An answer reaches the teacher as a thread, and not the search.
      const reply =
        groupId === null
          ? []
          : [[button(t("thread.button.teacher"), writeCallback.data({ kind: "class", id: groupId }))]];
      return { kind: "content", content: writeClassMessage(found, t), keyboard: reply };
    },
  };
}
