import { z } from "zod";
import { announcedCourseCallback, announcedEventCallback } from "../announcements/callbacks.ts";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { findStaff } from "../staff/act-store.ts";
import { may } from "../staff/permissions.ts";
import { voteCallback } from "../votes/callbacks.ts";
import { html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { ideaCallback, ideaQueueCallback, ideasCallback, supportCallback } from "./callbacks.ts";
import { countWaiting, findIdea, findStand } from "./find-store.ts";
import { isOpen, type Made } from "./idea.ts";
import { findNeglected } from "./remind-store.ts";
import { formatIdea, nameIdea } from "./words.ts";

const payload = z.object({ ideaId: z.int() });

/** A button that opens what was made of an idea. */
export function madeButton({ kind, id }: Made, t: Translate) {
  const label = t(`idea.button.made.${kind}`);
  switch (kind) {
    case "event":
      return button(label, announcedEventCallback.data(id));
    case "course":
      return button(label, announcedCourseCallback.data(id));
    case "vote":
      return button(label, voteCallback.data(id));
  }
}

/** Writes what has become of an idea to its author and to whoever supports it; those of a merged one are asked. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "idea-news"(delivery, recipient) {
    const { ideaId } = payload.parse(delivery.payload);
    const { t } = recipient;
    const [idea, { isAuthor }] = await Promise.all([
      findIdea(database, ideaId, recipient.now),
      findStand(database, ideaId, delivery.personId),
    ]);
    if (idea === null || idea.title === "" || idea.state === "new") return nothing("there is nothing to tell of it");
    const list = button(t("idea.button.list"), ideasCallback.data({ shelf: "voices", page: 0 }));
    if (idea.state === "merged") {
      const other = idea.mergedInto && (await findIdea(database, idea.mergedInto.id, recipient.now));
      if (!other || other.title === "" || !isOpen(other.state)) return nothing("what it was merged into is closed");
      return {
        kind: "message",
        text: joinLines(
          t("idea.news.merged", { title: nameIdea(idea, t) }),
          "",
          formatIdea(other, recipient),
          "",
          t("idea.news.merged_ask"),
        ),
        keyboard: [[button(t("idea.button.support"), supportCallback.data(other.id))], [list]],
      };
    }
    return {
      kind: "message",
      text: joinLines(html`${t(`idea.news.${isAuthor ? "own" : "supported"}`)}\n`, formatIdea(idea, recipient)),
      keyboard: [
        idea.made !== null && idea.state === "done"
          ? [madeButton(idea.made, t)]
          : [button(t("idea.button.open"), ideaCallback.data({ id: ideaId, shelf: "voices", page: 0 }))],
        [list],
      ],
    };
  },

  async "ideas-wait"({ personId }, { t, now }) {
    // A role may have been taken back meanwhile.
    if (!may(await findStaff(database, personId), "ideas.manage")) return nothing("not theirs to look at");
    const { held, due } = await findNeglected(database, now);
    if (held + due === 0) return nothing("nothing waits any more");
    const { waiting, late } = await countWaiting(database, now);
    const queues = [held > 0 ? ("held" as const) : null, due > 0 ? ("due" as const) : null].filter(
      (each) => each !== null,
    );
    return {
      kind: "message",
      text: joinLines(
        t("idea.staff.waiting", { count: waiting, late }),
        held > 0 ? t("idea.staff.held_long", { count: held }) : null,
      ),
      keyboard: queues.map((queue) => [
        button(t(`idea.staff.button.${queue}`), ideaQueueCallback.data({ queue, page: 0 })),
      ]),
    };
  },
});
