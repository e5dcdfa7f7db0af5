import { type Section, sections } from "../programme/event.ts";

export const cadences = ["daily", "weekly", "weekend"] as const;
export type Cadence = (typeof cadences)[number];

/** When a person wants a digest, and of what. */
export interface DigestSettings {
  cadence: Cadence;
  /** Hour of the person's wall clock, 0 to 23. */
  hour: number;
  /** ISO, 1 is Monday; of one that does not come every day. */
  weekday: number;
  /** Sections chosen; none means all. */
  sections: Section[];
  /** Three picks with their pictures come with it. */
  hasPictures: boolean;
}

export interface Digest extends DigestSettings {
  nextAt: Date;
}

/** Days that a digest looks back for what is new; and ahead, but for one of the weekend. */
export const daysOf: Record<Cadence, number> = { daily: 1, weekly: 7, weekend: 7 };

/** What one tap chooses: in the morning, before plans are made; the weekend on Thursday, while there are tickets. */
export const defaults: Record<Cadence, DigestSettings> = {
  daily: { cadence: "daily", hour: 10, weekday: 5, sections: [], hasPictures: true },
  weekly: { cadence: "weekly", hour: 10, weekday: 5, sections: [], hasPictures: true },
  weekend: { cadence: "weekend", hour: 10, weekday: 4, sections: [], hasPictures: true },
};

/** The hours to choose from. */
export const hours = [7, 8, 9, 10, 11, 12, 15, 17, 18, 19, 20, 21] as const;

/** With one section more or less; all of them is the same as none. */
export function toggleSection(settings: DigestSettings, section: Section): DigestSettings {
  const isChosen = (candidate: Section) => settings.sections.includes(candidate) !== (candidate === section);
  const chosen = sections.filter(isChosen);
  return { ...settings, sections: chosen.length === sections.length ? [] : chosen };
}
