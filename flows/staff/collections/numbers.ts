import { editCollectionCallback } from "../../../bot/collections/callbacks.ts";
import { countCollection } from "../../../bot/collections/numbers-store.ts";
import { collectionTitle } from "../../../bot/collections/words.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { toStaffMenu } from "../menu.ts";
import { loadCollection } from "./load-collection.ts";

/** Hours on the page; a festival has more of them than anybody reads. */
const mostHours = 16;

/** How much a Night has and whom it reached, in numbers; null where somebody may not look at it. */
export async function numbersView(
  services: Pick<Services, "database" | "city">,
  reader: Reader,
  collectionId: number,
): Promise<View | null> {
  const { t, now } = reader;
  const collection = await loadCollection(services, reader, collectionId);
  if (collection === null) return null;
  const zone = services.city.timeZone;
  const { hours, people, whole, byParts, reminders, opened, ...size } = await countCollection(
    services.database,
    collectionId,
    now,
  );
  const days = new Set(hours.map(({ hour }) => formatDay(hour, t, zone, now))).size;
  const timeOf = (hour: Date) => {
    const time = formatTime(hour, zone);
    return days > 1 ? t("date.day_and_time", { day: formatDay(hour, t, zone, now), time }) : time;
  };
  return {
    text: joinLines(
      html`<b>${t("collection.edit.numbers.title", { title: collectionTitle(collection.texts, t.language) })}</b>`,
      "",
      t("collection.edit.numbers.programme", size),
      html`\n${t("collection.edit.numbers.reached", { people })}`,
      t("collection.edit.numbers.whole", { count: whole }),
      t("collection.edit.numbers.parts", { people: byParts, reminders }),
      t("collection.edit.numbers.opened", { count: opened }),
      hours.length === 0 ? null : html`\n${t("collection.edit.numbers.hours")}`,
      ...hours
        .slice(0, mostHours)
        .map(({ hour, dates, people: waiting }) =>
          t("collection.edit.numbers.hour", { time: timeOf(hour), dates, people: waiting }),
        ),
    ),
    keyboard: [[button(t("button.back"), editCollectionCallback.data(collectionId)), toStaffMenu(t)]],
  };
}
