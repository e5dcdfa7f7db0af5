import { z } from "zod";
import { sections } from "../../programme/event.ts";
import { roles } from "../../staff/permissions.ts";
import { languages } from "../../words/language.ts";

/** Whom an announcement is for: plain JSON, as it lies in the database. */

const ids = z.array(z.int().positive());
const days = z.int().min(1).max(3_650);

const condition = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("languages"), languages: z.array(z.enum(languages)).min(1) }),
  /** Has a digest with one of these sections, or reminders or ratings in one. */
  z.object({ kind: z.literal("follows"), sections: z.array(z.enum(sections)).min(1) }),
  /** Is in one of these classes or in its line, as `states` say. */
  z.object({
    kind: z.literal("class"),
    courseIds: ids,
    groupIds: ids,
    states: z.array(z.enum(["enrolled", "waiting"])).min(1),
  }),
  /** Had a reminder of one of these events, or rated it. */
  z.object({ kind: z.literal("took part"), eventIds: ids.min(1) }),
  z.object({ kind: z.literal("unseen"), days }),
  z.object({ kind: z.literal("seen"), days }),
  z.object({ kind: z.literal("roles"), roles: z.array(z.enum(roles)).min(1) }),
]);

/** Everybody who fits each of `only` and none of `except`; nothing in either: everybody. */
const people = z.object({ kind: z.literal("people"), only: z.array(condition), except: z.array(condition) });

/** The recipients of another announcement, for changing or taking back what they got. */
const recipients = z.object({
  kind: z.literal("recipients"),
  announcementId: z.int().positive(),
  correction: z.enum(["edit", "delete"]),
});

export const audienceSchema = z.discriminatedUnion("kind", [people, recipients]);

export type SegmentCondition = z.output<typeof condition>;
export type People = z.output<typeof people>;
export type Recipients = z.output<typeof recipients>;
export type Segment = z.output<typeof audienceSchema>;

export const everybody: People = { kind: "people", only: [], except: [] };

/** Whether it goes to a class of everybody's own: then it reaches those who muted announcements as well. */
export const isToOwnClass = (audience: Segment): boolean =>
  audience.kind === "people" && audience.only.some(({ kind }) => kind === "class");
