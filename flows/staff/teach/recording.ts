import {
  findTaughtRecording,
  type TaughtRecording,
  withdrawRecording,
} from "../../../bot/classes/materials/recording-store.ts";
import { formatLessonTime } from "../../../bot/classes/teaching/words.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, teaches } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { giveRecordingCallback, recordingCallback, tickSheetCallback, withdrawRecordingCallback } from "./callbacks.ts";
import { giveRecording } from "./give-recording.ts";

/** The recording of a lesson: to be given, corrected, withdrawn. */
function recordingView({ reader }: BotContext, lessonId: number, recording: TaughtRecording): View {
  const { t } = reader;
  const { course, url, isWithdrawn, timeZone } = recording;
  const said = url === null ? "none" : isWithdrawn ? "withdrawn" : "given";
  const changes: Row[] =
    url === null
      ? []
      : [
          [urlButton(t("button.recording"), url)],
          [
            button(
              t(isWithdrawn ? "teach.button.restore" : "teach.button.withdraw"),
              withdrawRecordingCallback.data({ id: lessonId, isWithdrawn: !isWithdrawn }),
            ),
          ],
        ];
  return {
    text: joinLines(
      html`<b>${course}</b>`,
      formatLessonTime(recording, timeZone, reader),
      "",
      t(`teach.recording.${said}`),
    ),
    keyboard: [
      ...changes,
      [
        button(
          t(url === null ? "teach.recording.give" : "teach.recording.replace"),
          giveRecordingCallback.data(lessonId),
        ),
      ],
      [button(t("button.back"), tickSheetCallback.data({ lessonId, page: 0 })), toStaffMenu(t)],
    ],
  };
}

const load = ({ services, reader }: BotContext, lessonId: number) =>
  findTaughtRecording(services.database, lessonId, reader.t.language);

export const recordingScreen = new Screen();

onStaffCallback(recordingScreen, recordingCallback, "classes.teach", async (ctx, lessonId) => {
  const recording = await load(ctx, lessonId);
  if (recording === null || !(await teaches(ctx, recording))) return refuse(ctx);
  await show(ctx, recordingView(ctx, lessonId, recording));
});

onStaffCallback(recordingScreen, withdrawRecordingCallback, "classes.teach", async (ctx, { id, isWithdrawn }) => {
  const actor = { by: ctx.reader.person.id, now: ctx.reader.now };
  const done = await once(ctx, "withdraw", (database) =>
    withdrawRecording(database, actor, { lessonId: id, isWithdrawn }),
  );
  const recording = await load(ctx, id);
  if (done.kind === "forbidden" || recording === null) return refuse(ctx);
  await show(ctx, recordingView(ctx, id, recording));
});

onStaffCallback(recordingScreen, giveRecordingCallback, "classes.teach", async (ctx, lessonId) => {
  if (!(await teaches(ctx, await load(ctx, lessonId)))) return refuse(ctx);
  await enter(ctx, giveRecording, lessonId);
});
