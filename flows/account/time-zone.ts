import type { Reader } from "../../bot/context.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { zoneNames, zones } from "../../bot/people/zones.ts";
import { setTimeZone } from "../../bot/reminders/person-plan-store.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatTime } from "../../bot/words/time/dates.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { settingsCallback, zoneByPlaceCallback, zoneCallback } from "./callbacks.ts";
import { toMenu } from "./menu.ts";
import { zoneByPlace } from "./zone-by-place.ts";
import { zoneLabel } from "./zone-label.ts";

/** The zones with the time it is there: whoever looks at the clock picks the right one. */
export function zonesView(reader: Reader): View {
  const { t, ownZone, now } = reader;
  const choices = zoneNames.map((name) => {
    const label = t("zone.choice", { zone: t(`zone.name.${name}`), time: formatTime(now, zones[name]) });
    return button(zones[name] === ownZone ? t("button.chosen", { label }) : label, zoneCallback.data(name));
  });
  return {
    text: joinLines(html`<b>${t("zone.title")}</b>`, t("zone.now", { zone: zoneLabel(reader) }), "", t("zone.choose")),
    keyboard: [
      ...rows(choices, 2),
      [button(t("zone.by_place"), zoneByPlaceCallback.data(null))],
      [button(t("button.back"), settingsCallback.data(null)), toMenu(t)],
    ],
  };
}

export const timeZoneScreen = new Screen();

const inPrivate = privatePartOf(timeZoneScreen);

onCallback(inPrivate, zoneCallback, async (ctx, name) => {
  const { services, reader } = ctx;
  if (name === null) return show(ctx, zonesView(reader));
  await setTimeZone(services.database, reader.person.id, zones[name], reader.now);
  await show(ctx, zonesView({ ...reader, ownZone: zones[name] }));
});

onCallback(inPrivate, zoneByPlaceCallback, (ctx) => enter(ctx, zoneByPlace));
