import { defineCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { fields, flag, whole } from "../doors/telegram/screen/codec.ts";
import { letterOf, oneOf, several } from "../doors/telegram/screen/list-codec.ts";
import { sectionCodec } from "../doors/telegram/screen/section-codec.ts";
import { cadences, type DigestSettings } from "./digest.ts";

/** Buttons of digests, in messages and on screens. */

export const digestCallback = plainCallback("g");
export const stopDigestCallback = plainCallback("gx");

/** "d10.5.tm": daily, at ten, on Friday if it were not daily, theatre and music, with pictures. */
const settings = fields<DigestSettings>("{cadence}{hour}.{weekday}.{sections}{hasPictures}", {
  cadence: letterOf(cadences, { daily: "d", weekly: "w", weekend: "e" }),
  hour: whole(0, 23, 10),
  weekday: whole(1, 7, 10),
  sections: several(sectionCodec),
  // Buttons of before there were pictures say nothing of them.
  hasPictures: flag("", "!"),
});

/** Sets a digest as a whole, so that pressing twice, or undoing, ends the same. */
export const setDigestCallback = defineCallback("gs", settings);

/** Sets a digest and stays with the sections. */
export const digestSectionsCallback = defineCallback("gt", settings);

const digestPanels = ["hour", "weekday", "sections"] as const;
export type DigestPanel = (typeof digestPanels)[number];

/** The choices of one part. */
export const digestPanelCallback = defineCallback("gp", oneOf(digestPanels));

export const digestListCallback = defineCallback("gl", oneOf(["tonight", "weekend"] as const));
