import type { Concept } from "./concept.ts";
import type { PlainIntent } from "./intent.ts";

/** When a message has an intent: each of `says` by a unit of its own, and few units that no concept knows. */
export interface Rule {
  intent: PlainIntent;
  /** Alternatives are parted by "|". */
  says: readonly (readonly Concept[])[];
  without: readonly Concept[];
  /** How many units may say something else: "the link to the lesson *on Monday*". */
  others: number;
}

const rule = (intent: PlainIntent, says: readonly (readonly Concept[])[], others = 0, ...without: Concept[]): Rule => ({
  intent,
  says,
  others,
  without,
});

/** The first that holds is meant. What blocks somebody comes first, courtesies last: they stand beside all else. */
export const rules: readonly Rule[] = [
  rule("trouble", [["cannot"], ["enter", "zoom", "link", "sound"]], 3),
  rule("trouble", [["cannot"], ["lesson"]], 2),
  rule("trouble", [["link"], ["lesson", "zoom", "enter", "where", "how", "mine", "me", "when"]], 2),
  rule("trouble", [["link"]]),
  rule("trouble", [["enter"], ["lesson", "zoom"]], 1),
  rule("trouble", [["how", "where"], ["enter"]]),
  rule("trouble", [["sound"], ["lesson", "cannot", "zoom", "learn", "sound"]], 2),
  rule("trouble", [["zoom"]], 2, "learn"),
  rule("trouble", [["zoom"], ["lesson"], ["how", "where"]], 1),
  rule("privacy", [["erase"], ["data", "me", "mine"]], 1),
  rule("privacy", [["erase"]]),
  rule("privacy", [["data"]], 1),
  rule("complaint", [["outrage"]], 8, "learn"),
  rule("own_classes", [["leave"], ["lesson", "learn"]], 1),
  rule("quiet_hours", [["quiet"]]),
  rule("quiet_hours", [["night"], ["do_not_write", "unsubscribe"]], 2),
  rule("unclear", [["no"]], 0, "unsubscribe", "menu", "lesson", "reminder", "digest", "hello"),
  rule("digest", [["regularly"], ["write_to_me", "digest", "speak"]], 2, "do_not_write", "unsubscribe"),
  rule("news", [["news"]], 0, "do_not_write", "unsubscribe", "write_to_me", "regularly", "leave", "mine", "erase"),
  rule("digest", [["digest"]], 1, "do_not_write", "unsubscribe"),
  rule("reminders", [["reminder"]], 0, "do_not_write"),
  rule("unsubscribe", [["do_not_write"]], 2),
  rule("unsubscribe", [["unsubscribe"]], 1),
  rule("evening", [["plan"]], 8, "lesson", "learn", "calendar", "zone"),
  rule("mistake", [["mistake"], ["zone"]], 3),
  rule("zone", [["zone"]], 1),
  rule("calendar", [["calendar"]], 1),
  rule("certificate", [["certificate"]], 1),
  rule("tickets", [["ticket"], ["mine"]]),
  rule("own_classes", [["mine"], ["lesson", "learn"]], 1),
  rule("own_classes", [["mine"], ["lesson"], ["where", "when"]], 4),
  rule("own_classes", [["enrolled"]], 2),
  rule("own_classes", [["when"], ["lesson"]], 0, "russian_named", "tatar_named", "english_named"),
  rule("settings", [["settings"]]),
  rule("simple", [["simple"]], 1),
  rule("languages", [["language"]], 0, "learn", "russian_named", "tatar_named", "english_named"),
  rule("mistake", [["mistake"]], 2),
  rule("phone", [["phone"]], 2),
  rule("votes", [["vote"]], 2, "idea", "proposal"),
  rule("idea", [["idea"]], 2),
  rule("idea", [["proposal"]], 8, "learn"),
  rule("cost", [["cost"]], 0, "near_me"),
  rule("who", [["who_are_you"]], 1),
  rule("human", [["human"]], 0),
  rule("human", [["human"], ["contact", "me"]], 1),
  rule("human", [["contact"]], 0, "learn"),
  rule("complaint", [["complaint"]], 1),
  rule("help", [["help"]], 0, "thanks", "learn"),
  rule("help", [["help"], ["complaint", "hesitation"]], 3, "thanks", "learn"),
  rule("near", [["near_me", "centre"]]),
  rule("collections", [["collection"]], 0, "mine", "me"),
  rule("road", [["road"]]),
  rule("parking", [["parking"]], 1),
  rule("weather", [["weather"]], 2),
  rule(
    "classes",
    [["learn"]],
    0,
    "sound",
    "russian_named",
    "tatar_named",
    "english_named",
    "english",
    "tatar",
    "russian",
  ),
  rule("thanked", [["thanks"], ["for"]], 4),
  rule("thanked", [["thanks"], ["praise"]], 3),
  rule("farewell", [["bye"]]),
  rule("thanked", [["thanks"]]),
  rule("own_classes", [["leave"], ["leave", "me"]], 1),
  rule("menu", [["menu"]], 0, "lesson", "learn"),
  rule("greeted", [["how_are_you"]]),
  rule("greeted", [["hello"]]),
  rule("praised", [["praise"]], 0, "learn", "lesson"),
  rule("reminders", [["mine"]], 0, "me"),
  rule("own_classes", [["leave"]]),
  rule("unclear", [["yes", "hesitation"]]),
  // «Ничего не работает» names nothing: the way in, and a human.
  rule("trouble", [["cannot"]], 0, "learn"),
];
