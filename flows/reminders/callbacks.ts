import { defineCallback, from, plainCallback, type StateOf } from "../../bot/doors/telegram/screen/callback.ts";
import { type Codec, fields, flag, id, optional, page } from "../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf, several } from "../../bot/doors/telegram/screen/list-codec.ts";
import { lastDays, leadTimes } from "../../bot/reminders/lead-times.ts";

/** Buttons of reminders, quiet hours and the personal calendar. */

const ofCard = fields("{occurrenceId}~{from}", { occurrenceId: id, from });

/** A date, and where its card was opened from. */
export type RemindState = StateOf<typeof remindCallback>;

/** On a card: the usual reminder, in one tap. */
export const remindCallback = defineCallback("rm", ofCard);

/** On a card: which reminders there are to choose from. */
export const leadsCallback = defineCallback("rc", ofCard);

/** On a card: which of the reminders is to be taken away. */
export const dropCallback = defineCallback("rn", ofCard);

/** On a card: no reminder any more. */
export const forgetCallback = defineCallback("rx", ofCard);

/** A lead time by its letter: the day, three hours, an hour, a quarter before, and now; and the last days. */
const lead = letterOf(
  leadTimes,
  { 1440: "d", 180: "t", 60: "h", 15: "q", 0: "n", [lastDays]: "l" },
  [1440, 180, 60, 15, 0],
);

/** One lead time to be on or off: pressed twice it is still that. */
export const leadCallback = defineCallback(
  "rt",
  fields("{occurrenceId}.{lead}{on}~{from}", { occurrenceId: id, lead, on: flag("+", "-"), from }),
);

/** A page of what a person wants to be reminded of. */
export const myCallback = defineCallback("rl", page, { isOrigin: true });

/** Takes a date off that list. */
export const removeCallback = defineCallback("rd", fields("{occurrenceId}.{page}", { occurrenceId: id, page }));

/** Brings back what was taken off: onto a page of the list, or with null on a card. */
export const undoCallback = defineCallback(
  "ru",
  fields("{occurrenceId}.{leads}.{page}", { occurrenceId: id, leads: several(lead), page: optional(page) }),
);

/** What is asked or set about quiet hours: an hour is one of the wall clock. */
export type QuietState =
  | { kind: "show" | "off" | "on" | "ask from" | "ask until" }
  | { kind: "from" | "until"; hour: number };

const quietSigns = { show: "", off: "0", on: "1", "ask from": "f", "ask until": "u" } as const;

const quietCodec: Codec<QuietState> = {
  pattern: "[01]?|[fu][0-9]{0,2}",
  encode: (state) => ("hour" in state ? `${state.kind === "from" ? "f" : "u"}${state.hour}` : quietSigns[state.kind]),
  decode(text) {
    for (const kind of ["show", "off", "on", "ask from", "ask until"] as const) {
      if (quietSigns[kind] === text) return { kind };
    }
    const parts = /^([fu])(\d|1\d|2[0-3])$/.exec(text);
    return parts ? { kind: parts[1] === "f" ? "from" : "until", hour: Number(parts[2]) } : undefined;
  },
};

export const quietCallback = defineCallback("rh", quietCodec);

export const personalCalendarCallback = plainCallback("k");
export const askReplaceCalendarCallback = plainCallback("kr");
export const replaceCalendarCallback = plainCallback("ky");

export const devices = ["iphone", "android", "computer"] as const;

/** How the personal calendar gets into a device. */
export const calendarHelpCallback = defineCallback("kh", oneOf(devices));
