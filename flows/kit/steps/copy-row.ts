import { copyButton, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";

/** Characters that a button may put on the clipboard (Bot API, CopyTextButton). */
const mostCopied = 256;

/** A button that puts the old text on the clipboard; none where it is longer than a button can carry. */
export const copyRow = (copied: string | undefined, t: Translate): Row =>
  copied === undefined || copied.length > mostCopied ? [] : [copyButton(t("step.copy"), copied)];
