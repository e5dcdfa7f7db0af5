import { sections } from "../../../programme/event.ts";
import { letterOf } from "./list-codec.ts";

/** A section of the programme by its letter, in lists and in the settings of a digest. */
export const sectionCodec = letterOf(
  sections,
  {
    theatre: "t",
    music: "m",
    museums: "u",
    cinema: "c",
    literature: "l",
    shows: "s",
    excursions: "e",
    knowledge: "k",
  },
  ["theatre", "music", "museums", "cinema", "literature", "shows", "excursions", "knowledge"],
);
