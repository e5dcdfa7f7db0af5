/** Writes bot/words/keys.ts, the types of the message keys and their parameters, from locales/ru.yaml. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { demoCity } from "../../bot/city/city-file.ts";
import { withCity } from "../../bot/words/messages/city-texts.ts";
import { prepareLocale, referenceLanguage } from "../../bot/words/messages/locale.ts";
import { readLocaleFile } from "../../bot/words/messages/locale-file.ts";
import type { Message } from "../../bot/words/messages/message.ts";
import type { Parameter } from "../../bot/words/messages/parameters.ts";
import { WordsError } from "../../bot/words/messages/words-error.ts";

const locales = fileURLToPath(new URL("../../locales", import.meta.url));
const target = fileURLToPath(new URL("../../bot/words/keys.ts", import.meta.url));

/** Generates the file. Throws a WordsError when the reference locale cannot be used. */
export function generateKeys(): void {
  const { messages, problems } = prepareLocale(withCity(readLocaleFile(locales, referenceLanguage), demoCity().texts));
  if (problems.length > 0) throw new WordsError(problems);
  writeFileSync(target, renderKeys(messages));
}

/** The source of the key types for a set of messages. */
export function renderKeys(messages: ReadonlyMap<string, Message>): string {
  const keys = [...messages].map(
    ([key, { parameters }]) => `  ${JSON.stringify(key)}: ${renderParameters(parameters)};`,
  );
  const marked = [...messages].filter(([, { hasMarkup }]) => hasMarkup).map(([key]) => JSON.stringify(key));
  return [
    "// Generated from locales/ru.yaml by scripts/install/generate-keys.ts; changes here are lost.",
    "",
    "export interface Messages {",
    ...keys,
    "}",
    "",
    "/** Keys whose message has tags: as HTML only. */",
    `export type MarkupKey = ${marked.join(" | ") || "never"};`,
    "",
  ].join("\n");
}

function renderParameters(parameters: ReadonlyMap<string, Parameter>): string {
  const fields = [...parameters].map(([name, parameter]) => `${name}: ${renderType(parameter)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join("; ")} }`;
}

function renderType(parameter: Parameter): string {
  switch (parameter.kind) {
    case "text":
      return "string";
    case "number":
      return "number";
    case "choice":
      return parameter.options.map((option) => JSON.stringify(option)).join(" | ");
  }
}

if (import.meta.main) generateKeys();
