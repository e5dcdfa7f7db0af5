import { withLine } from "../../announcements/words.ts";
import type { Content } from "../../delivery/content.ts";
import { deepLink } from "../../doors/telegram/screen/deep-links.ts";
import { button, type Row, urlButton } from "../../doors/telegram/screen/keyboard.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import { groupCloseCallback, groupReopenCallback } from "../callbacks.ts";
import type { ThreadHead, ThreadLine } from "../find-store.ts";
import { formatAbout, type ThreadReader } from "../words.ts";

/** Who reads a group: in its language, by the city's clock, with links to the bot of that messenger. */
export interface GroupReader extends ThreadReader {
  username: string;
}

/** What a topic is called: "Alsu · About the event “La Bohème” …". */
export const topicName = (thread: ThreadHead, reader: ThreadReader): string =>
  `${thread.name} · ${formatAbout(thread, reader)}`;

/** What a topic begins with: who asks, in which language, about what; the card, and the way to close it. */
export function headOf(thread: ThreadHead, reader: GroupReader): { text: Html; keyboard: Row[] } {
  const { t, username } = reader;
  const { id, name, language, occurrenceId, state } = thread;
  const card = occurrenceId === null ? null : deepLink(username, { kind: "occurrence", id: occurrenceId });
  const end =
    state === "closed"
      ? button(t("thread.button.reopen"), groupReopenCallback.data(id))
      : button(t("thread.button.close"), groupCloseCallback.data(id));
  return {
    text: joinLines(
      html`<b>${name}</b> · ${t("thread.speaks", { language: t(`language.name.${language}`) })}`,
      formatAbout(thread, reader),
      "",
      t("thread.group.how"),
    ),
    keyboard: [[end, ...(card === null ? [] : [urlButton(t("thread.button.card"), card)])]],
  };
}

/** A message as it stands in a group: under the name of a colleague, and where threads have no topics, of the resident. */
export function postOf(
  { isFromStaff, author, content }: ThreadLine,
  thread: ThreadHead,
  reader: ThreadReader,
  { isAlone }: { isAlone: boolean },
): Content {
  const { t } = reader;
  const { name } = thread;
  if (isFromStaff) {
    const writer = author ?? t("staff.erased");
    return withLine(content, t(isAlone ? "thread.group.answered_to" : "thread.group.answered", { writer, name }));
  }
  return isAlone ? withLine(content, `${topicName(thread, reader)}:`) : content;
}
