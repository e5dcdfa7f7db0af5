import { schedule } from "../../../bot/announcements/announcement-store.ts";
import { findAnnouncement } from "../../../bot/announcements/draft/draft-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askStart } from "./ask/ask-start.ts";
import { asDraft, asWritten, type Written } from "./draft.ts";
import { sayLast } from "./finish.ts";

/** Puts an announcement that is still to come to another time. */
export const rescheduleAnnouncement = defineDialogue(
  "reschedule-announcement",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const found = await dialogue.external(async ({ services }): Promise<Written | null> => {
      const announcement = await findAnnouncement(services.database, id);
      const isToCome = announcement?.state === "scheduled" || announcement?.state === "proposed";
      return isToCome ? asWritten(announcement) : null;
    });
    if (found === null) return sayLast(conversation, t("announce.elsewhere"));
    const start = await askStart(conversation, found, false);
    if (start.kind !== "answer") return sayLast(conversation, t("announce.start.kept"));
    const { startAt, hours, isWeekly, repeatUntil } = asDraft({ ...found, ...start.value });
    const acted = await dialogue.external((outer) =>
      once(outer, "schedule", (database) =>
        schedule(database, { by: person.id, now: outer.reader.now }, { id, startAt, hours, isWeekly, repeatUntil }),
      ),
    );
    if (acted.kind === "forbidden") return sayLast(conversation, t("staff.not_open"));
    await sayLast(conversation, t(acted.value.kind === "moved" ? "announce.start.moved" : "announce.elsewhere"));
  },
);
