import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A file of the flows as the dialogues see it. */
interface Source {
  /** Files of the flows that it imports, as paths from the root. */
  imports: string[];
  /** Calls that a log remembers or a person reads, in the order of its lines. */
  questions: string[];
}

/** Calls that ask, wait, look up or say: an old log rests on their order. */
const marks = /\b(?:ask\w*|choose|walk|wait|hear|say\w*|external|once|t(?:\.html)?)\((?:\s*["`]([\w.${}]+)["`])?/g;

type ReadText = (path: string) => Promise<string>;

const ofRepository: ReadText = (path) => readFile(join(root, path), "utf8");

function read(path: string, text: string): Source {
  const imports = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, to = ""]) => normalize(join(dirname(path), to)));
  const body = text.replace(/^(?:import|export) [^;]*from "[^"]*";$/gm, "").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  return {
    imports: imports.filter((each) => each.startsWith("flows/")),
    questions: isAsking(text) ? [...body.matchAll(marks)].map(([mark]) => mark.replaceAll(/\s+/g, "")) : [],
  };
}

/** Screens enter dialogues and are no part of them; a part of a dialogue has it in its hands. */
const isAsking = (text: string): boolean => /\b(?:Dialogue|Conversation)\b/.test(text);

/** The files in which dialogues are defined, by the dialogue's name. */
export async function dialogueFiles(paths: AsyncIterable<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const path of paths) {
    const text = await ofRepository(path);
    for (const [, name = ""] of text.matchAll(/defineDialogue\(\s*"([\w-]+)"/g)) found.set(name, path);
  }
  return found;
}

/** All that a dialogue may ask, as a short text that changes when a question comes, goes or moves. */
export async function questionsOf(path: string, readText = ofRepository): Promise<string> {
  const seen = new Map<string, Source>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    const source = read(next, await readText(next));
    seen.set(next, source);
    if (source.questions.length > 0) open.push(...source.imports);
  }
  // Sorted by what they ask, so that a file may move without a new version.
  const asked = [...seen.values()].map(({ questions }) => questions.join(" ")).filter((questions) => questions !== "");
  return createHash("sha256").update(asked.toSorted().join("\n")).digest("hex").slice(0, 12);
}
