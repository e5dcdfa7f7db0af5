import type { Reader } from "../../bot/context.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import type { QuietHours } from "../../bot/people/quiet-hours.ts";
import { formatHour, formatQuietHours } from "../../bot/people/quiet-words.ts";
import { setQuietHours } from "../../bot/reminders/person-plan-store.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { settingsCallback } from "../account/callbacks.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { type QuietState, quietCallback } from "./callbacks.ts";

/** When messages wait: from, until, or never. */
export function quietView({ t, person: { quiet } }: Reader): View {
  const choices: Row =
    quiet === null
      ? [button(t("quiet.turn_on"), quietCallback.data({ kind: "on" }))]
      : [
          button(t("quiet.from", { time: formatHour(quiet.from) }), quietCallback.data({ kind: "ask from" })),
          button(t("quiet.until", { time: formatHour(quiet.until) }), quietCallback.data({ kind: "ask until" })),
          button(t("quiet.turn_off"), quietCallback.data({ kind: "off" })),
        ];
  return {
    text: joinLines(html`<b>${t("quiet.line", { hours: formatQuietHours(quiet, t) })}</b>`, "", t("quiet.meaning")),
    keyboard: [...rows(choices), [button(t("button.back"), settingsCallback.data(null)), toMenu(t)]],
  };
}

/** The hours of a day as buttons; the one where the quiet hours' other end lies is left out, for they would be none. */
function hoursView({ t }: Reader, end: "from" | "until", { from, until }: QuietHours): View {
  const [chosen, other] = end === "from" ? [from, until] : [until, from];
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour * 60 !== other);
  const choices = hours.map((hour) => {
    const label = formatHour(hour * 60);
    return button(
      hour * 60 === chosen ? t("button.chosen", { label }) : label,
      quietCallback.data({ kind: end, hour }),
    );
  });
  return {
    text: html`${t(`quiet.ask.${end}`)}`,
    keyboard: [...rows(choices, 4), [button(t("button.back"), quietCallback.data({ kind: "show" })), toMenu(t)]],
  };
}

/** The quiet hours that a button leads to; undefined where it only asks. */
function changed(state: QuietState, known: QuietHours | null, usual: QuietHours): QuietHours | null | undefined {
  const hours = known ?? usual;
  switch (state.kind) {
    case "off":
      return null;
    case "on":
      return hours;
    case "from":
      return { ...hours, from: state.hour * 60 };
    case "until":
      return { ...hours, until: state.hour * 60 };
    default:
      return undefined;
  }
}

export const quietHoursScreen = new Screen();

onCallback(privatePartOf(quietHoursScreen), quietCallback, async (ctx, state) => {
  const { services, reader } = ctx;
  const { person, offer, now } = reader;
  if (state.kind === "ask from" || state.kind === "ask until") {
    const end = state.kind === "ask from" ? "from" : "until";
    return show(ctx, hoursView(reader, end, person.quiet ?? offer.quiet));
  }
  const hours = changed(state, person.quiet, offer.quiet);
  if (hours === undefined) return show(ctx, quietView(reader));
  await setQuietHours(services.database, person.id, hours, now);
  await show(ctx, quietView({ ...reader, person: { ...person, quiet: hours } }));
});
