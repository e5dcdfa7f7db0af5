import { type EventDraft, type Section, sections } from "../../bot/programme/event.ts";
import { languages } from "../../bot/words/language.ts";
import type { DemoEvent } from "./demo-event.ts";
import { cinema } from "./events/cinema.ts";
import { excursions } from "./events/excursions.ts";
import { knowledge } from "./events/knowledge.ts";
import { literature } from "./events/literature.ts";
import { museums } from "./events/museums.ts";
import { music } from "./events/music.ts";
import { shows } from "./events/shows.ts";
import { theatre } from "./events/theatre.ts";
import { withoutOverlaps } from "./occurrences.ts";
import { posterOf } from "./posters/posters.ts";
import { createWhen, type When } from "./when.ts";

export interface DemoRecord {
  /** "music/organ-at-night": the same event at each seeding. */
  recordId: string;
  draft: EventDraft;
}

const programme: Record<Section, (when: When) => DemoEvent[]> = {
  theatre,
  music,
  museums,
  cinema,
  literature,
  shows,
  excursions,
  knowledge,
};

/** Makes a programme for Kazan around `now`; the same `now` and IANA `zone` give the same programme. */
export function demoCity(now: Date, zone: string): DemoRecord[] {
  const when = createWhen(now, zone);
  return sections.flatMap((section) =>
    programme[section](when).map(({ name, ...event }) => {
      const recordId = `${section}/${name}`;
      const draft = { section, ...event, occurrences: withoutOverlaps(event.occurrences) };
      return { recordId, draft: withPoster(recordId, draft) };
    }),
  );
}

/** The event with its poster, where one was drawn. */
function withPoster(recordId: string, draft: EventDraft): EventDraft {
  const poster = posterOf(recordId);
  if (poster === undefined) return draft;
  const texts = Object.fromEntries(
    languages.flatMap((language) => {
      const text = draft.texts[language];
      return text === undefined ? [] : [[language, { ...text, posterAlt: poster.alt[language] }] as const];
    }),
  );
  return { ...draft, posterUrl: poster.path, texts };
}
