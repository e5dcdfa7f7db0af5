/**
 * Prints how the rooms of the house stand to each other: which import each other, which imports run up, which files go
 * round in a circle (types count), and which rooms hold more files than one reads at a glance.
 *
 *   npm run structure [-- <folder of another checkout>]
 */
import { glob, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { circles, order } from "./graph.ts";

const root = process.argv[2] ?? ".";
const widest = 15;

/** Files by the files that they import, both as paths from the root. */
const imports = new Map<string, Set<string>>();
for await (const path of glob("{bot,flows,playground,prisma,scripts}/**/*.ts", { cwd: root })) {
  if (path.startsWith("prisma/client/")) continue;
  const source = await readFile(join(root, path), "utf8");
  const specifiers = source.matchAll(/(?:\bfrom|^import|\bimport\()\s*"(\.[^"]+\.ts)"/gm);
  const targets = [...specifiers].map(([, specifier = ""]) => normalize(join(dirname(path), specifier)));
  imports.set(path, new Set(targets.filter((target) => !target.startsWith("prisma/client/"))));
}

/** A subject of the engine is a room, a file that composes them is one by itself; of the rest each top folder is one. */
function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "bot" ? `bot/${second}` : top;
}

const rooms = new Map<string, Set<string>>();
for (const [path, targets] of imports) {
  const room = roomOf(path);
  const arrows = rooms.get(room) ?? new Set();
  for (const target of targets) if (roomOf(target) !== room) arrows.add(roomOf(target));
  rooms.set(room, arrows);
}

const floors = order(rooms);
const floorOf = (room: string) => floors.indexOf(room);
const arrows = [...rooms].flatMap(([from, targets]) => [...targets].map((to) => ({ from, to })));
const up = arrows.filter(({ from, to }) => floorOf(to) < floorOf(from));
const mutual = arrows.filter(({ from, to }) => from < to && rooms.get(to)?.has(from));
const rounds = circles(imports);
const folders = Map.groupBy(imports.keys(), dirname);
const heaps = [...folders].filter(([, files]) => files.length > widest);

const list = <Item>(heading: string, items: Item[], line: (item: Item) => string) =>
  console.log([`${heading}: ${items.length}`, ...items.map((item) => `  ${line(item)}`)].join("\n"));

console.log(`files: ${imports.size}, rooms: ${rooms.size}, arrows between rooms: ${arrows.length}`);
list("arrows that run up", up, ({ from, to }) => `${from} -> ${to}`);
list("rooms that import each other", mutual, ({ from, to }) => `${from} <-> ${to}`);
list("circles of files", rounds, (files) => files.join(", "));
list(`folders of more than ${widest} files`, heaps, ([folder, files]) => `${folder} (${files.length})`);
