import { z } from "zod";
import { audiences, sections } from "../../programme/event.ts";
import { roles } from "../../staff/permissions.ts";
import { languages } from "../../words/language.ts";

/** Whom an announcement is for: plain JSON, as it lies in the database. */

const ids = z.array(z.int().positive());
const days = z.int().min(1).max(3_650);
const states = z.array(z.enum(["enrolled", "waiting"])).min(1);

const plainConditions = [
  z.object({ kind: z.literal("languages"), languages: z.array(z.enum(languages)).min(1) }),
  /** Has a digest with one of these sections, or reminders or ratings in one. */
  z.object({ kind: z.literal("follows"), sections: z.array(z.enum(sections)).min(1) }),
  /** Opens, rates, asks to be reminded of what is for these, or learns in a group for them. */
  z.object({ kind: z.literal("interested"), audiences: z.array(z.enum(audiences)).min(1) }),
  /** Has reminders or ratings of what these institutions put on. */
  z.object({ kind: z.literal("institution"), institutionIds: ids.min(1) }),
  /** Is in one of these classes or in its line, as `states` say. */
  z.object({ kind: z.literal("class"), courseIds: ids, groupIds: ids, states }),
  /** Is in any class or in any line. */
  z.object({ kind: z.literal("learners"), states }),
  /** Had a reminder of one of these events, or rated it. */
  z.object({ kind: z.literal("took part"), eventIds: ids.min(1) }),
  z.object({ kind: z.literal("unseen"), days }),
  z.object({ kind: z.literal("seen"), days }),
  z.object({ kind: z.literal("roles"), roles: z.array(z.enum(roles)).min(1) }),
] as const;

const plain = z.discriminatedUnion("kind", plainConditions);

/** Fits one of these at least: "learners of A or of B". */
const any = z.object({ kind: z.literal("any"), of: z.array(plain).min(2) });

const condition = z.discriminatedUnion("kind", [...plainConditions, any]);

/** Everybody who fits each of `only` and none of `except`; nothing in either: everybody. */
const people = z.object({ kind: z.literal("people"), only: z.array(condition), except: z.array(condition) });

/** The recipients of another announcement, for changing or taking back what they got. */
const recipients = z.object({
  kind: z.literal("recipients"),
  announcementId: z.int().positive(),
  correction: z.enum(["edit", "delete"]),
});

export const peopleSchema = people;
export const audienceSchema = z.discriminatedUnion("kind", [people, recipients]);

export type PlainCondition = z.output<typeof plain>;
export type SegmentCondition = z.output<typeof condition>;
export type People = z.output<typeof people>;
export type Recipients = z.output<typeof recipients>;
export type Segment = z.output<typeof audienceSchema>;

export const everybody: People = { kind: "people", only: [], except: [] };

/** The conditions of an audience one by one, alternatives apart. */
export const plainOf = ({ only, except }: People): PlainCondition[] => [...only, ...except].flatMap(alternativesOf);

export const alternativesOf = (one: SegmentCondition): readonly PlainCondition[] =>
  one.kind === "any" ? one.of : [one];

/** A condition that fits whoever fitted it, and whoever fits another one. */
export const orElse = (one: SegmentCondition, other: PlainCondition): SegmentCondition => ({
  kind: "any",
  of: [...alternativesOf(one), other],
});

/**
 * Whether it goes to classes of everybody's own: then it reaches those who muted announcements as well. mute-store.ts says
 * the same in SQL.
 */
export const isToOwnClass = (audience: Segment): boolean =>
  audience.kind === "people" &&
  audience.only.some((one) => alternativesOf(one).every(({ kind }) => kind === "class" || kind === "learners"));
