import { ideasJob } from "../../../bot/ideas/ideas-job.ts";
import type { Language } from "../../../bot/words/language.ts";
import type { Person } from "../../../playground/people/person.ts";
import { type TestCity, words } from "../../support/city.ts";

/** A title and a text. */
export interface Proposal {
  title: string;
  body: string;
}

/** Somebody writes an idea, up to its last question. */
export async function writes(author: Person, { title, body }: Proposal, language: Language): Promise<void> {
  const t = words.for(language);
  await author.says("/ideas");
  await author.taps(t("idea.button.new"));
  await author.says(title);
  await author.says(body);
}

/** Somebody proposes an idea that nothing is like; resolves to its id. */
export async function proposes(
  { services }: TestCity,
  author: Person,
  idea: Proposal,
  language: Language,
): Promise<number> {
  const t = words.for(language);
  await writes(author, idea, language);
  await author.taps(t("idea.button.send"));
  author.sees(t("idea.said.proposed"));
  return (await services.database.idea.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}

/** Five minutes later whoever stands behind an idea has heard of it. */
export async function tellNews(city: TestCity): Promise<void> {
  city.clock.advance({ seconds: 300 });
  await ideasJob(city.services).run(city.clock.now());
  await city.deliver();
}
