import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Html } from "../../bot/words/html.ts";
import { readLocaleFile } from "../../bot/words/messages/locale-file.ts";
import { prepareMessage } from "../../bot/words/messages/message.ts";
import type { Key } from "../../bot/words/messages/translator.ts";
import { renderKeys } from "../../scripts/install/generate-keys.ts";
import { localesDirectory } from "../support/words.ts";
import { ru } from "./words.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** All source under bot/ and flows/, without the generated keys. */
const sources = ["bot", "flows"]
  .flatMap((room) => readdirSync(path.join(root, room), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "keys.ts")
  .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
  .join("\n");

/** The keys of a list that the source names neither in quotes nor by a template such as `section.${section}`. */
function unusedKeys(keys: Iterable<string>, source: string): string[] {
  const templates = [...source.matchAll(/`([\w.]+\.)\$\{[^`}]*\}((?:\.\w+)*)`/g)];
  const fits = (key: string) =>
    templates.some(([, prefix = "", suffix = ""]) => {
      const variable = key.slice(prefix.length, key.length - suffix.length);
      return key === prefix + variable + suffix && /^\w+$/.test(variable);
    });
  return [...keys].filter((key) => !source.includes(`"${key}"`) && !fits(key));
}

describe("every key is used", () => {
  test("in bot/ or flows/", () => {
    expect(unusedKeys(readLocaleFile(localesDirectory, "ru").texts.keys(), sources)).toEqual([]);
  });

  test("the check sees one that is not", () => {
    const source = `t("a.b"); t(\`c.\${x}\`); t(\`d.\${x}.e\`);`;
    expect(unusedKeys(["a.b", "c.x", "d.x.e", "a.bc", "c.x.y", "d.x.f", "e"], source)).toEqual([
      "a.bc",
      "c.x.y",
      "d.x.f",
      "e",
    ]);
  });
});

describe("keys are typed", () => {
  test("from the parameters of the message", () => {
    const messages = new Map(
      Object.entries({
        "a.plain": "Привет",
        "a.named": "Привет, {name}",
        "a.counted": "{count, plural, one {# {what}} few {#} many {#} other {#}}",
        "a.chosen": "{side, select, left {налево} other {прямо}}",
        "a.bold": "<b>{title}</b>",
      }).map(([key, text]) => [key, prepareMessage(text, "ru")]),
    );
    expect(renderKeys(messages).split("\n").slice(2)).toEqual([
      "export interface Messages {",
      '  "a.plain": {};',
      '  "a.named": { name: string };',
      '  "a.counted": { count: number; what: string };',
      '  "a.chosen": { side: "left" | "other" };',
      '  "a.bold": { title: string };',
      "}",
      "",
      "/** Keys whose message has tags: as HTML only. */",
      'export type MarkupKey = "a.bold";',
      "",
    ]);
  });

  test("so that an unknown key, or a missing, extra or wrong parameter, does not compile", () => {
    expectTypeOf<"date.at_time">().toExtend<Key>();
    expectTypeOf<"date.nonsense">().not.toExtend<Key>();
    expectTypeOf(ru<"date.at_time">).parameters.toEqualTypeOf<[key: "date.at_time", params: { time: string }]>();
    expectTypeOf(ru<"date.relative.days">).parameters.toEqualTypeOf<
      [key: "date.relative.days", params: { days: number }]
    >();
    expectTypeOf(ru<"price.free">).parameters.toEqualTypeOf<[key: "price.free"]>();
    expectTypeOf(ru.html<"date.at_time">)
      .parameter(1)
      .toEqualTypeOf<{ time: string | Html }>();
  });
});
