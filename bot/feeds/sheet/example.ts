import { fold } from "../../text/fold.ts";
import type { Language } from "../../words/language.ts";
import type { Cells } from "./record.ts";

/** The event that the template shows how to fill in; whoever sends the template back did not mean it. */
export const exampleTitles: Readonly<Record<Language, string>> = {
  ru: "Концерт «Зимняя рапсодия»",
  tt: "«Кышкы рапсодия» концерты",
  en: "Concert: Winter Rhapsody",
};
export const exampleLink = "https://example.org/tickets";

const titles = new Set(Object.values(exampleTitles).map(fold));

/** Whether a row is the template's own. Whoever changed its title, or where tickets are, made it an event of theirs. */
export const isExample = ({ title, ticket }: Cells): boolean =>
  typeof title === "string" && titles.has(fold(title)) && ticket === exampleLink;
