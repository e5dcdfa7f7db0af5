import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../../bot/context.ts";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import type { CountedFacet } from "../../../bot/programme/listing/facet-store.ts";
import { countMatching, withFilter } from "../../../bot/programme/listing/facets.ts";
import type { CountedInstitution } from "../../../bot/programme/listing/institution-facet-store.ts";
import { type FilterGroup, type Filters, filterGroups } from "../../../bot/programme/listing/list-query.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { choicesOf, type FilterChoice, takesSeveral } from "./filter-choices.ts";

/** What a panel of filters stands over: a list, or what a search found. */
export interface Filtered {
  /** What it is called. */
  name: string;
  filters: Filters;
  /** Whether a group tells anything about it. */
  offers(group: FilterGroup): boolean;
  /** Whether a button can carry it with these filters. */
  carries(filters: Filters): boolean;
  /** Callback data: of what is filtered, of the panel, and of the choices of a group. */
  shown(filters: Filters): string;
  panel(filters: Filters): string;
  choices(group: FilterGroup, filters: Filters): string;
  /** Everything that could be shown, by what filters look at, and who puts it on. */
  facets(): Promise<CountedFacet[]>;
  institutions(): Promise<CountedInstitution[]>;
  /** The years that it reaches back to; none where it does not. */
  years(): Promise<number[]>;
  /** The filters in force as a line; null: none are. */
  line(): Promise<string | null>;
  /** Conditions that were said in words, each of which a button lets go. */
  chips: Row;
  /** Other ways on, above the way back. */
  ways(): Promise<Row>;
  /** The way back and the way home. */
  back: Row;
}

/** The panel: one button a group with what is chosen there, how much would be left, and the other ways on. */
export async function panelView(over: Filtered, { t }: Reader): Promise<View> {
  const { filters } = over;
  const [facets, line, ways] = await Promise.all([over.facets(), over.line(), over.ways()]);
  const found = countMatching(facets, filters);
  const groups = filterGroups
    .filter((group) => over.offers(group) && (filters[group] !== undefined || hasChoice(group, over, facets, t)))
    .map((group) => (group === "free" ? freeButton(over, facets, t) : groupButton(group, over, t)));
  return {
    text: joinLines(
      html`<b>${t("filter.title", { list: over.name })}</b>`,
      line,
      "",
      t("filter.found", { count: found }),
    ),
    keyboard: [
      ...rows(over.chips, 2),
      ...rows(groups, 2),
      [button(t("button.show", { count: found }), over.shown(filters))],
      Object.keys(filters).length > 0 ? [button(t("button.reset"), over.panel({}))] : [],
      ways,
      over.back,
    ],
  };
}

/** Characters of a name beside a number of up to three digits. */
const longestName = 18;

/** The choices of one group, each with the number that it alone would leave; empty ones are left out. */
export async function choicesView(over: Filtered, { t }: Reader, group: FilterGroup): Promise<View> {
  const { filters } = over;
  const facets = await over.facets();
  if (group === "year") return yearsView(over, t);
  const choices =
    group === "institution"
      ? toChoices(await over.institutions(), filters)
      : choicesOf(group, filters, t).map((choice) => ({ ...choice, count: countMatching(facets, choice.alone) }));
  const buttons = choices
    .filter(({ count, isChosen, pressed }) => (count > 0 || isChosen) && over.carries(pressed))
    .map(({ label, count, isChosen, pressed }) => {
      // A long name gives way to its number.
      const counted = t("button.counted", { label: cutAtWord(label, longestName), count });
      return button(isChosen ? t("button.chosen", { label: counted }) : counted, over.choices(group, pressed));
    });
  const name = t(`filter.${group}`);
  return {
    text: html`<b>${t(takesSeveral(group) ? "filter.choose_several" : "filter.choose_one", { group: name })}</b>`,
    keyboard: [
      ...rows(buttons, 2),
      [button(t("button.show", { count: countMatching(facets, filters) }), over.shown(filters))],
      [
        button(t("button.any"), over.choices(group, withFilter(filters, group, undefined))),
        button(t("button.back"), over.panel(filters)),
      ],
    ],
  };
}

/** The years to choose from. They are not counted: each is a look through all that was in it. */
async function yearsView(over: Filtered, t: Translate): Promise<View> {
  const { filters } = over;
  const buttons = (await over.years()).flatMap((year) => {
    const isChosen = filters.year === year;
    const pressed = withFilter(filters, "year", isChosen ? undefined : year);
    const label = isChosen ? t("button.chosen", { label: String(year) }) : String(year);
    return over.carries(pressed) ? [button(label, over.panel(pressed))] : [];
  });
  return {
    text: html`<b>${t("filter.choose_one", { group: t("filter.year") })}</b>`,
    keyboard: [
      ...rows(buttons),
      [
        button(t("button.any"), over.panel(withFilter(filters, "year", undefined))),
        button(t("button.back"), over.panel(filters)),
      ],
    ],
  };
}

const toChoices = (found: readonly CountedInstitution[], filters: Filters): (FilterChoice & { count: number })[] =>
  found.map(({ id, name, count }) => {
    const isChosen = filters.institution === id;
    const alone = withFilter(filters, "institution", id);
    const pressed = isChosen ? withFilter(filters, "institution", undefined) : alone;
    return { label: name, count, isChosen, alone, pressed };
  });

/** Whether anything in a group would leave something: what would not is not offered. */
const hasChoice = (group: FilterGroup, { filters }: Filtered, facets: readonly CountedFacet[], t: Translate): boolean =>
  group === "institution" ||
  group === "year" ||
  choicesOf(group, filters, t).some(({ alone }) => countMatching(facets, alone) > 0);

function groupButton(group: FilterGroup, over: Filtered, t: Translate): InlineKeyboardButton {
  const chosen = choicesOf(group, over.filters, t).filter(({ isChosen }) => isChosen);
  const name = t(`filter.${group}`);
  const isSet = over.filters[group] !== undefined;
  const [first] = chosen;
  const value = first === undefined ? null : chosen.length === 1 ? first.label : String(chosen.length);
  const label = value === null ? name : t("filter.chosen", { group: name, value });
  return button(isSet ? t("button.chosen", { label }) : label, over.choices(group, over.filters));
}

function freeButton(over: Filtered, facets: readonly CountedFacet[], t: Translate): InlineKeyboardButton {
  const [choice] = choicesOf("free", over.filters, t);
  const { isChosen = false, pressed = over.filters, alone = over.filters } = choice ?? {};
  const label = t("button.counted", { label: t("filter.free"), count: countMatching(facets, alone) });
  return button(isChosen ? t("button.chosen", { label }) : label, over.panel(pressed));
}
