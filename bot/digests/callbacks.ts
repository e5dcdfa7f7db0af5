import { type Callback, defineCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { sections } from "../programme/event.ts";
import type { DigestSettings } from "./digest.ts";

/** Buttons of digests, in messages and on screens; flows/callbacks.ts lists them among all others. */

export const digestCallback = plainCallback("g");
export const stopDigestCallback = plainCallback("gx");

/** Sets a digest as a whole, so that pressing twice, or undoing, ends the same. */
export const setDigestCallback = defineCallback<DigestSettings>("gs", packSettings, unpackSettings);

/** The same, staying with the sections. */
export const digestSectionsCallback = defineCallback<DigestSettings>("gt", packSettings, unpackSettings);

const digestPanels = ["hour", "weekday", "sections"] as const;
export type DigestPanel = (typeof digestPanels)[number];

/** The choices of one part. */
export const digestPanelCallback = oneOf("gp", digestPanels);

const digestLists = ["tonight", "weekend"] as const;
export const digestListCallback = oneOf("gl", digestLists);

function oneOf<T extends string>(name: string, values: readonly T[]): Callback<T> {
  return defineCallback<T>(
    name,
    (value) => value,
    (text) => values.find((value) => value === text),
  );
}

/** "d10.5.3": daily, at ten, Friday if it were weekly, the first two sections. */
function packSettings({ cadence, hour, weekday, sections: chosen }: DigestSettings): string {
  const bits = chosen.reduce((sum, section) => sum | (1 << sections.indexOf(section)), 0);
  return `${cadence === "daily" ? "d" : "w"}${hour}.${weekday}.${bits}`;
}

function unpackSettings(text: string): DigestSettings | undefined {
  const parts = /^([dw])(1?\d|2[0-3])\.([1-7])\.(\d{1,3})$/.exec(text);
  if (!parts) return undefined;
  const bits = Number(parts[4]);
  return {
    cadence: parts[1] === "d" ? "daily" : "weekly",
    hour: Number(parts[2]),
    weekday: Number(parts[3]),
    sections: sections.filter((_, index) => bits & (1 << index)),
  };
}
