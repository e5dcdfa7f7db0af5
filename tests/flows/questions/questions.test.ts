import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { dialogues } from "../../../flows/dialogues.ts";
import { asked } from "./asked.ts";
import { dialogueFiles, questionsOf } from "./questions-of.ts";

const cwd = fileURLToPath(new URL("../../..", import.meta.url));
const files = await dialogueFiles(glob("flows/**/*.ts", { cwd }));

it("every dialogue has questions that were noted", () => {
  const names = dialogues.map(({ name }) => name).toSorted();
  expect([...files.keys()].toSorted()).toEqual(names);
  expect(Object.keys(asked).toSorted()).toEqual(names);
});

it.each(dialogues.map(({ name, version }) => [name, version] as const))(
  "the questions of %s are those of version %d",
  async (name, version) => {
    const [notedVersion, noted] = asked[name] ?? [0, ""];
    const questions = await questionsOf(files.get(name) ?? "");
    const hint =
      questions === noted || version > notedVersion
        ? `note the questions in asked.ts: "${name}": [${version}, "${questions}"]`
        : `raise the version of ${name} in ${files.get(name)}, then note "${name}": [${version + 1}, "${questions}"]`;
    expect([version, questions], hint).toEqual([notedVersion, noted]);
  },
);

it("a question that comes, goes or moves is noticed, and a file that moves is not", async () => {
  const of = (sources: Record<string, string>) =>
    questionsOf("flows/invite.ts", async (path) => sources[path] ?? "export const screen = () => t('menu');");
  const head = 'import type { Conversation } from "./kit/conversation.ts";\n';
  const start = `${head}import { askName } from "./ask-name.ts";\nimport { menu } from "./menu.ts";\nask(t("who")); askName();`;
  const name = `${head}ask(t("name")); // in full`;
  const before = await of({ "flows/invite.ts": start, "flows/ask-name.ts": name });
  const others: [name: string, sources: Record<string, string>, isSame: boolean][] = [
    [
      "another comment",
      { "flows/invite.ts": start, "flows/ask-name.ts": name.replace("in full", "and no more") },
      true,
    ],
    ["another file", { "flows/invite.ts": start.replace("./ask-name", "./a/name"), "flows/a/name.ts": name }, true],
    ["another key", { "flows/invite.ts": start, "flows/ask-name.ts": name.replace('"name"', '"surname"') }, false],
    ["one more wait", { "flows/invite.ts": start, "flows/ask-name.ts": `${name}\ndialogue.wait();` }, false],
    [
      "another order",
      {
        "flows/invite.ts": start.replace('ask(t("who")); askName();', 'askName(); ask(t("who"));'),
        "flows/ask-name.ts": name,
      },
      false,
    ],
  ];
  for (const [what, sources, isSame] of others) expect((await of(sources)) === before, what).toBe(isSame);
});
