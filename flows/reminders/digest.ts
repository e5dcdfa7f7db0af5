import type { BotContext, Reader } from "../../bot/context.ts";
import type { DigestPanel } from "../../bot/digests/callbacks.ts";
import {
  digestCallback,
  digestListCallback,
  digestPanelCallback,
  digestSectionsCallback,
  setDigestCallback,
  stopDigestCallback,
} from "../../bot/digests/callbacks.ts";
import {
  cadences,
  type Digest,
  type DigestSettings,
  defaults,
  hours,
  toggleSection,
} from "../../bot/digests/digest.ts";
import { findDigest, setDigest, stopDigest } from "../../bot/digests/digest-store.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatAtTime, formatDay, formatTime } from "../../bot/words/time/dates.ts";
import { settingsCallback } from "../account/callbacks.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { listView } from "../programme/list.ts";

/** What is set, or what a digest is and those that one tap chooses. */
export function digestView(digest: Digest | null, reader: Reader): View {
  const { t } = reader;
  const wayBack: Row = [button(t("button.back"), settingsCallback.data(null)), toMenu(t)];
  if (digest === null) {
    const choices = cadences.map((cadence) => {
      const label = t(`digest.button.default_${cadence}`, { time: clock(defaults[cadence].hour) });
      return [button(label, setDigestCallback.data(defaults[cadence]))];
    });
    return { text: t.html("digest.off"), keyboard: [...choices, wayBack] };
  }
  return {
    text: describe(digest, reader),
    keyboard: [...changeRows(digest, reader), [button(t("digest.button.off"), stopDigestCallback.data(null))], wayBack],
  };
}

function describe(digest: Digest, { t, ownZone: zone, now }: Reader) {
  const { cadence, weekday, nextAt } = digest;
  const at = formatAtTime(nextAt, t, zone);
  const list = digest.sections.map((section) => t(`section.${section}`)).join(", ");
  const when = t("date.day_and_time", { day: formatDay(nextAt, t, zone, now), time: formatTime(nextAt, zone) });
  return joinLines(
    html`<b>${t("digest.title")}</b>`,
    "",
    cadence === "daily"
      ? t("digest.daily", { at })
      : t(`digest.${cadence}`, { weekday: t(`date.on_weekday.${isoWeekday(weekday)}`), at }),
    list === "" ? t("digest.all_sections") : t("digest.sections", { list }),
    t("digest.next", { when }),
    "",
    t(digest.hasPictures ? "digest.pictures" : "digest.no_pictures"),
  );
}

/** How often is right there, as the languages are in the settings; hour, day and sections have panels. */
function changeRows(digest: Digest, { t }: Reader): Row[] {
  const panel = (label: string, name: DigestPanel) => button(label, digestPanelCallback.data(name));
  const day = t(`date.weekday_head.${isoWeekday(digest.weekday)}`);
  const parts = [
    panel(t("digest.button.hour", { time: clock(digest.hour) }), "hour"),
    ...(digest.cadence !== "daily" ? [panel(t("digest.button.weekday", { day }), "weekday")] : []),
    panel(t("digest.button.sections"), "sections"),
    button(
      t(digest.hasPictures ? "digest.button.pictures_off" : "digest.button.pictures_on"),
      setDigestCallback.data({ ...digest, hasPictures: !digest.hasPictures }),
    ),
  ];
  // Another one begins on its own day.
  const cadence = cadences.map((value) => {
    const { weekday } = value === digest.cadence ? digest : defaults[value];
    return choice(t(`digest.button.${value}`), digest, { cadence: value, weekday }, t);
  });
  return rows([...cadence, ...parts]);
}

function panelView(digest: DigestSettings, panel: DigestPanel, { t, offer }: Reader): View {
  const back = [button(t("digest.button.done"), digestCallback.data(null))];
  switch (panel) {
    case "hour":
      return {
        text: html`${t("digest.ask_hour")}`,
        keyboard: [...rows(hours.map((hour) => choice(clock(hour), digest, { hour }, t))), back],
      };
    case "weekday": {
      const days = weekdays.map((weekday) => choice(t(`date.weekday_head.${weekday}`), digest, { weekday }, t));
      return { text: html`${t("digest.ask_weekday")}`, keyboard: [...rows(days), back] };
    }
    case "sections": {
      const toggles = offer.sections.map((section) => {
        const label = t(`section.${section}`);
        const isOn = digest.sections.includes(section);
        const data = digestSectionsCallback.data(toggleSection(digest, section));
        return button(isOn ? t("button.chosen", { label }) : label, data);
      });
      const label = t("digest.button.all");
      const all = button(
        digest.sections.length === 0 ? t("button.chosen", { label }) : label,
        digestSectionsCallback.data({ ...digest, sections: [] }),
      );
      return { text: html`${t("digest.ask_sections")}`, keyboard: [[all], ...rows(toggles, 2), back] };
    }
  }
}

/** A button that sets one part and leaves the rest; the one in force is ticked. */
function choice(label: string, digest: DigestSettings, part: Partial<DigestSettings>, t: Reader["t"]) {
  const chosen = { ...digest, ...part };
  const data = setDigestCallback.data(chosen);
  return button(data === setDigestCallback.data(digest) ? t("button.chosen", { label }) : label, data);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const isoWeekday = (number: number) => weekdays.find((weekday) => weekday === number) ?? 5;

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

export const digestScreen = new Screen();

// A group reads along, and a digest comes to one person.
const inPrivate = privatePartOf(digestScreen);

onCallback(inPrivate, digestCallback, async (ctx) =>
  show(ctx, digestView(await findDigest(ctx.services.database, ctx.reader.person.id), ctx.reader)),
);

onCallback(inPrivate, digestPanelCallback, async (ctx, panel) => {
  const digest = await findDigest(ctx.services.database, ctx.reader.person.id);
  await show(ctx, digest ? panelView(digest, panel, ctx.reader) : digestView(null, ctx.reader));
});

onCallback(inPrivate, setDigestCallback, async (ctx, settings) =>
  show(ctx, digestView(await set(ctx, settings), ctx.reader)),
);

onCallback(inPrivate, digestSectionsCallback, async (ctx, settings) => {
  const digest = await set(ctx, settings);
  await show(ctx, digest ? panelView(digest, "sections", ctx.reader) : digestView(null, ctx.reader));
});

onCallback(inPrivate, stopDigestCallback, async (ctx) => {
  const { t, person, now } = ctx.reader;
  const stopped = await once(ctx, "stop", (database) => stopDigest(database, person.id, now));
  if (stopped === null) return show(ctx, digestView(null, ctx.reader));
  const undo = button(t("digest.button.undo"), setDigestCallback.data(stopped));
  await show(ctx, { text: html`${t("digest.stopped")}`, keyboard: [[undo], [toMenu(t)]] });
});

onCallback(inPrivate, digestListCallback, async (ctx, kind) =>
  show(ctx, await listView(ctx.services, ctx.reader, { scope: { kind }, filters: {}, page: 0 })),
);

const set = ({ services: { database, city }, reader: { person, now } }: BotContext, settings: DigestSettings) =>
  setDigest(database, person.id, settings, { now, cityZone: city.timeZone });
