import type { BotContext } from "../../bot/context.ts";
import { findDigest } from "../../bot/digests/digest-store.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { newIdeaCallback } from "../../bot/ideas/callbacks.ts";
import type { PlainIntent } from "../../bot/understanding/intent.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { helpView } from "../account/help.ts";
import { doorsRow } from "../account/linking/doors.ts";
import { menuView } from "../account/menu.ts";
import { privacyView } from "../account/privacy.ts";
import { languagesView, settingsView } from "../account/settings.ts";
import { zonesView } from "../account/time-zone.ts";
import { articlesView } from "../articles/list.ts";
import { classesView } from "../classes/courses.ts";
import { ownClassesRow, ownClassesView } from "../classes/own-classes.ts";
import { collectionsView } from "../collections/list.ts";
import { ownVoicesView } from "../ideas/own-voices.ts";
import { firstShelf, ideasView } from "../ideas/views.ts";
import { offersView } from "../offers/list.ts";
import { saidEveningView } from "../planning/said.ts";
import { askPlaceView } from "../programme/near.ts";
import { personalCalendarView } from "../reminders/calendar.ts";
import { myCallback } from "../reminders/callbacks.ts";
import { digestView } from "../reminders/digest.ts";
import { myView } from "../reminders/my.ts";
import { quietView } from "../reminders/quiet-hours.ts";
import { simpleOfferView } from "../simple/home.ts";
import { votesView } from "../votes/screen.ts";
import { besideHuman, humanRow, humanView } from "./human.ts";
import { followSaidView, reviewSaidView } from "./said-of.ts";
import { troubleView } from "./trouble.ts";

/** Sentences that need nothing to be said. */
type Sentence =
  | "said.greeted"
  | "said.thanked"
  | `understood.${"farewell" | "unclear" | "praised" | "who" | "cost" | "road" | "parking" | "weather" | "offtopic" | "idea" | "mistake" | "phone"}`;

type Answer = (ctx: BotContext) => View | Promise<View>;

/** A sentence over the menu. */
const over =
  (key: Sentence): Answer =>
  ({ reader: { t } }) =>
    menuView(t, html`${t(key)}`);

/** A sentence with the way to a human. */
const beside =
  (key: Sentence): Answer =>
  ({ reader: { t } }) =>
    besideHuman(t, t(key));

/** Which screen answers an intent. */
export const answers: Readonly<Record<PlainIntent, Answer>> = {
  trouble: troubleView,
  help: helpView,
  human: humanView,
  menu: ({ reader: { t } }) => menuView(t),
  own_classes: ({ services, reader }) => ownClassesView(services, reader),
  certificate: ({ services, reader }) => ownClassesView(services, reader),
  reminders: ({ services, reader }) => myView(services, reader, 0),
  tickets: async ({ services, reader }) => {
    const { text, keyboard } = await myView(services, reader, 0);
    return { text: joinLines(reader.t("understood.tickets"), "", text), keyboard };
  },
  settings: (ctx) => settingsView(ctx.reader, true, doorsRow(ctx)),
  simple: simpleOfferView,
  languages: ({ reader }) => languagesView(reader),
  quiet_hours: ({ reader }) => quietView(reader),
  unsubscribe: (ctx) => {
    const { t } = ctx.reader;
    const { text, keyboard } = settingsView(ctx.reader, true, doorsRow(ctx));
    return {
      text: joinLines(t("understood.unsubscribe"), "", text),
      keyboard: [[button(t("my.title"), myCallback.data(0))], ownClassesRow(t), ...keyboard],
    };
  },
  digest: async ({ services, reader }) => digestView(await findDigest(services.database, reader.person.id), reader),
  privacy: privacyView,
  zone: ({ reader }) => zonesView(reader),
  calendar: personalCalendarView,
  idea: ({ reader: { t } }) => {
    const aside = besideHuman(t, t("understood.idea"));
    return { ...aside, keyboard: [[button(t("idea.button.new"), newIdeaCallback.data(null))], ...aside.keyboard] };
  },
  ideas: (ctx) => ideasView(ctx, firstShelf),
  own_voices: (ctx) => ownVoicesView(ctx, 0),
  review: reviewSaidView,
  follow: followSaidView,
  votes: (ctx) => votesView(ctx, { isEnded: false, page: 0 }),
  mistake: beside("understood.mistake"),
  phone: beside("understood.phone"),
  news: ({ services, reader }) => articlesView(services, reader, { scope: { kind: "all" }, page: 0 }),
  collections: ({ services, reader }) => collectionsView(services, reader, 0),
  always: ({ services, reader }) => offersView(services, reader, { shelf: "all", page: 0 }),
  near: ({ reader: { t } }) => askPlaceView(t),
  evening: saidEveningView,
  cost: over("understood.cost"),
  road: over("understood.road"),
  parking: over("understood.parking"),
  weather: over("understood.weather"),
  offtopic: over("understood.offtopic"),
  classes: ({ services, reader }) => classesView(services, reader),
  greeted: over("said.greeted"),
  thanked: over("said.thanked"),
  farewell: over("understood.farewell"),
  praised: over("understood.praised"),
  complaint: ({ reader: { t } }) => {
    const menu = menuView(t, html`${t("understood.complaint")}`);
    return { ...menu, keyboard: [humanRow(t), ...menu.keyboard] };
  },
  who: over("understood.who"),
  unclear: over("understood.unclear"),
};

/**
 * What a human may be meant with as well, if one has answered lately: «А буфет?» goes on the talk about the cloakroom. These
 * are answered behind what is meant for staff.
 */
export const asides: readonly PlainIntent[] = [
  "cost",
  "road",
  "parking",
  "weather",
  "offtopic",
  "phone",
  "idea",
  "mistake",
  "complaint",
  "unclear",
];
