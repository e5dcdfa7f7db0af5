import type { Database } from "../../database/database.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { findNames } from "../draft/choice-store.ts";
import { isToOwnClass, type People, plainOf, type SegmentCondition } from "./audience.ts";
import { audienceLines, formatCondition } from "./audience-words.ts";

export interface DescribedAudience {
  /** A line for each condition. */
  text: Html;
  /** An audience in words without markup. */
  lines: string[];
  only: string[];
  except: string[];
}

/** Says whom an announcement is for, with the names of courses, events and institutions looked up. */
export async function describeAudience(database: Database, audience: People, t: Translate): Promise<DescribedAudience> {
  const all = plainOf(audience);
  const names = await findNames(
    database,
    {
      courseIds: all.flatMap((one) => (one.kind === "class" ? one.courseIds : [])),
      groupIds: all.flatMap((one) => (one.kind === "class" ? one.groupIds : [])),
      eventIds: all.flatMap((one) => (one.kind === "took part" ? one.eventIds : [])),
      institutionIds: all.flatMap((one) => (one.kind === "institution" ? one.institutionIds : [])),
    },
    t.language,
  );
  const named = (conditions: readonly SegmentCondition[]) => conditions.map((one) => formatCondition(one, names, t));
  const lines = audienceLines(audience, names, t);
  const text = joinLines(...lines, isToOwnClass(audience) ? html`<i>${t("announce.audience.own_class")}</i>` : null);
  return { text, lines, only: named(audience.only), except: named(audience.except) };
}
