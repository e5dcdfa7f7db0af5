import { type Language, languages } from "../language.ts";
import type { LocaleFile } from "./locale-file.ts";
import { type Message, prepareMessage } from "./message.ts";
import type { CatalogueProblem } from "./words-error.ts";

/** The language whose file gives the keys and the types of their parameters. */
export const referenceLanguage: Language = languages[0];

/** The messages of one language. */
export interface Locale {
  language: Language;
  file: string;
  messages: Map<string, Message>;
  problems: CatalogueProblem[];
}

/** Checks every message of a file; the bad ones are listed. */
export function prepareLocale({ language, file, texts, problems }: LocaleFile): Locale {
  const locale: Locale = { language, file, messages: new Map(), problems: [...problems] };
  for (const [key, text] of texts) {
    try {
      locale.messages.set(key, prepareMessage(text, language));
    } catch (error) {
      locale.problems.push({ file, key, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return locale;
}

/** Lists where a message takes other parameters than the reference, or has tags where that has none. */
export function compareMessages(locale: Locale, reference: Locale): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  for (const [key, message] of locale.messages) {
    const model = reference.messages.get(key);
    if (model === undefined) continue;
    const report = (reason: string) => problems.push({ file: locale.file, key, reason });

    for (const [name, parameter] of message.parameters) {
      const expected = model.parameters.get(name);
      if (expected === undefined) {
        report(`has a parameter {${name}} that ${reference.file} has not`);
      } else if (parameter.kind !== "text" && parameter.kind !== expected.kind) {
        report(`{${name}} is a ${parameter.kind} here, but a ${expected.kind} in ${reference.file}`);
      }
    }
    for (const name of model.parameters.keys()) {
      if (!message.parameters.has(name)) report(`lacks the parameter {${name}} of ${reference.file}`);
    }
    if (message.hasMarkup && !model.hasMarkup) report(`has tags, but in ${reference.file} it is plain text`);
  }
  return problems;
}
