import { readFileSync } from "node:fs";
import path from "node:path";
import { load, YAMLException } from "js-yaml";
import type { Language } from "../language.ts";
import type { CatalogueProblem } from "./words-error.ts";

/** A locale file as a flat list: "date.relative.now" → its message, in the order of the file. */
export interface LocaleFile {
  language: Language;
  /** Its name, for messages to people. */
  file: string;
  texts: Map<string, string>;
  problems: CatalogueProblem[];
}

/** Reads `<directory>/<language>.yaml`; what is wrong with it is listed, not thrown. */
export function readLocaleFile(directory: string, language: Language): LocaleFile {
  const locale: LocaleFile = { language, file: `${language}.yaml`, texts: new Map(), problems: [] };
  let source: string;
  try {
    source = readFileSync(path.join(directory, locale.file), "utf8");
  } catch {
    locale.problems.push({ file: locale.file, key: null, reason: `cannot be read in ${directory}` });
    return locale;
  }
  try {
    flatten(load(source), [], locale);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    locale.problems.push({ file: locale.file, key: null, reason: error.message });
  }
  return locale;
}

function flatten(node: unknown, trail: string[], locale: LocaleFile): void {
  if (typeof node === "string") {
    locale.texts.set(trail.join("."), node);
  } else if (typeof node === "object" && node !== null && !Array.isArray(node)) {
    for (const [name, child] of Object.entries(node)) flatten(child, [...trail, name], locale);
  } else {
    const key = trail.length === 0 ? null : trail.join(".");
    locale.problems.push({ file: locale.file, key, reason: "is neither a text nor a group; put the text in quotes" });
  }
}
