import readXlsxFile from "read-excel-file/node";
import type { Database } from "../../bot/database/database.ts";
import { accessTable } from "../../flows/access.ts";
import type { Person } from "../../playground/people/person.ts";
import type { Telegram } from "../../playground/telegram.ts";
import { findIdOf, idOf } from "../support/addresses.ts";
import { forgedLinks, forgeriesOf } from "./forgeries.ts";
import { canary, plantSecrets } from "./secrets.ts";
import type { Owners, Things } from "./things.ts";

export interface Swept {
  presses: number;
  /** Secrets that were said to whom they do not belong: "resident, rr:1.5: …". */
  told: string[];
  /** Rows of others that are not as they were. */
  changed: string[];
  /** Presses and links without any answer, and answers that say that something broke. */
  unanswered: string[];
  /** How many of the same presses told a secret to those whom it belongs to: what shows that a leak would be seen. */
  heardByOwners: number;
}

/** Whom to forge as, beside somebody whom the bot does not know. */
const forgers = ["resident", "teacher", "editor", "moderator"] as const;

export interface SweepOptions {
  /** What stands in an answer that says that something broke. */
  broken: string;
  /**
   * Everybody presses everything, or they share: each forgery is pressed by one of those whom the bot knows, and each name by
   * everybody. It takes a third of the presses.
   */
  isShared: boolean;
}

/**
 * Plants secrets everywhere and presses every button that there is for each of them, as a resident, a teacher of another
 * group, an editor of another institution, a moderator and a stranger; then the same as their owners.
 */
export async function sweepForged(
  { telegram, database, now }: { telegram: Telegram; database: Database; now: Date },
  { broken, isShared }: SweepOptions,
): Promise<Swept> {
  const cast = await castPeople({ telegram, database, now });
  const things = await plantSecrets(database, cast.owners, now);
  const ear = listen(telegram);
  const swept: Swept = { presses: 0, told: [], changed: [], unanswered: [], heardByOwners: 0 };
  const before = await rowsOfOthers(database, cast.ids);
  await Promise.all(
    Object.entries(cast.forgers).map(async ([role, person], turn) => {
      const groups = forgeriesFor(things, role);
      for (const act of isShared ? groups.flatMap((group) => shareOf(group, turn)) : groups.flat()) {
        const { heard, isAnswered } = await perform(ear, person, act);
        swept.presses += 1;
        const leak = heard.find((text) => text.includes(canary));
        if (leak !== undefined) swept.told.push(`${role}, ${act}: ${around(leak)}`);
        if (!isAnswered) swept.unanswered.push(`${role}, ${act}`);
        // A picture is drawn in a second of a core, which on a busy machine may be more than an update may take.
        if (!act.startsWith("us:") && heard.some((text) => text.includes(broken)))
          swept.unanswered.push(`${role}, ${act}: broken`);
      }
    }),
  );
  const after = await rowsOfOthers(database, cast.ids);
  swept.changed = [...difference(before, after), ...difference(after, before)];
  for (const owner of [cast.resident, cast.admin]) {
    for (const act of forgeriesFor(things, "owner").flat()) {
      if (!isReading(act)) continue;
      const { heard } = await perform(ear, owner, act);
      if (heard.some((text) => text.includes(canary))) swept.heardByOwners += 1;
    }
  }
  ear.stop();
  return swept;
}

/** What owners may do again and again without changing what the next press finds. */
const isReading = (act: string): boolean =>
  /^(?:s|ec|et|ef|ea|pe|pp|pm|wc|wg|tr|tw|to|no|qe|qp|ql|pd|vb|vf):/.test(act);

/** What is no forgery from somebody of that role: both answer ideas; a moderator answers every resident, makes votes, looks through comments, guides conversations. */
const rightOf: Readonly<Record<string, RegExp>> = {
  moderator: /^(?:v[abcfgh]|z[aenoqs]|h[cdeghjkm]|m[abdegijmrtux]|x[ilmqsw])$/,
  editor: /^h[cdeghjkm]$/,
};

/** The forged presses and links, grouped by their names. */
const forgeriesFor = (things: Things, role: string): string[][] => [
  ...[...accessTable.keys()]
    .filter((name) => rightOf[role]?.test(name) !== true)
    .map((name) => forgeriesOf(name, things)),
  // A message makes a stranger known.
  ...(role === "stranger" ? [] : forgedLinks(things).map((links) => links.map((payload) => `/start ${payload}`))),
];

/** The part of it for the person of that turn; at least one. The stranger comes after those who share. */
function shareOf(group: readonly string[], turn: number): string[] {
  const share = group.filter((_, index) => index % forgers.length === turn);
  return share.length > 0 ? share : group.slice(turn % group.length).slice(0, 1);
}

async function castPeople({ telegram, database, now }: { telegram: Telegram; database: Database; now: Date }) {
  const named = async (name: string): Promise<Person> => {
    const person = telegram.person(name, { languageCode: "ru" });
    await person.says("/start");
    return person;
  };
  const [resident, admin] = [await named("Хозяйка"), await named("Начальник")];
  const owners: Owners = { resident: await idOf(database, resident), admin: await idOf(database, admin) };
  const { id: institutionId } = await database.institution.create({
    data: { texts: { create: { language: "ru", name: "Свой музей" } } },
  });
  const people: Record<string, Person> = {};
  for (const role of forgers) {
    const person = await named(`Подделка ${role}`);
    people[role] = person;
    if (role === "resident") continue;
    const grant = { role, origin: "command", institutionId: role === "editor" ? institutionId : null } as const;
    await database.staffRole.create({ data: { ...grant, personId: await idOf(database, person), grantedAt: now } });
  }
  people["stranger"] = telegram.person("Чужой", { languageCode: "ru" });
  // What Telegram calls them, and what the bot does; the stranger is not known to it.
  const all = Object.values(people);
  const known = await Promise.all(all.map((person) => findIdOf(database, person)));
  const ids = [...all.map(({ user }) => user.id), ...known.flatMap((id) => id ?? [])];
  return { resident, admin, owners, forgers: people, ids };
}

interface Ear {
  /** Everything said to a person since they were last asked about, files read. */
  heardBy(personId: number): Promise<string[]>;
  stop(): void;
}

/** Hears what the bot says to each person: messages, edits, answers to presses, files. */
function listen(telegram: Telegram): Ear {
  const heard = new Map<number, unknown[]>();
  const note = (id: number, what: unknown) => heard.set(id, [...(heard.get(id) ?? []), what]);
  const stop = telegram.subscribe((change) => {
    if (change.kind === "callback answered") note(change.personId, change);
    if ((change.kind === "sent" || change.kind === "edited") && change.message.from?.is_bot) {
      note(change.chatId, change.message);
    }
  });
  return {
    async heardBy(personId) {
      const all = heard.get(personId) ?? [];
      heard.delete(personId);
      const files = all.flatMap((what) => JSON.stringify(what).match(/(?<="file_id":")[^"]+/g) ?? []);
      return [
        ...all.map((what) => JSON.stringify(what)),
        ...(await Promise.all(files.map((id) => read(telegram, id)))),
      ];
    },
    stop,
  };
}

/** The text of a file, the cells of a workbook. */
async function read(telegram: Telegram, fileId: string): Promise<string> {
  const bytes = Buffer.from(telegram.file(fileId)?.bytes ?? []);
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  return JSON.stringify(await readXlsxFile(bytes));
}

async function perform(ear: Ear, person: Person, act: string): Promise<{ heard: string[]; isAnswered: boolean }> {
  await ear.heardBy(person.user.id);
  if (act.startsWith("/")) await person.says(act);
  else await person.tapsData(person.latest?.id ?? 1, act);
  const heard = await ear.heardBy(person.user.id);
  return { heard, isAnswered: heard.length > 0 };
}

const around = (text: string): string => {
  const at = text.indexOf(canary);
  return text.slice(Math.max(0, at - 20), at + 60);
};

/** Tables that count, or that note who was here: nobody's own. */
const counting = [
  ...[
    "UpdateReceipt",
    "UpdateBegun",
    "InboxUpdate",
    "Effect",
    "ActiveDay",
    "Reading",
    "ReminderCount",
    "Lease",
    "JobRun",
  ],
  "_prisma_migrations",
];

/** Every row that does not name one of these people, as text behind its table. */
/** Rows that are somebody's by another row, which says whose. */
const ownedThrough: Readonly<Record<string, string>> = {
  EveningPiece: `SELECT x::text || ' of ' || e."personId" AS "row" FROM "EveningPiece" x JOIN "Evening" e ON e."id" = x."eveningId"`,
};

async function rowsOfOthers(database: Database, ids: readonly number[]): Promise<Set<string>> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY (${counting})`;
  const rows = new Set<string>();
  const isTheirs = new RegExp(`(?<!\\d)(?:${ids.join("|")})(?!\\d)`);
  for (const { name } of tables) {
    const found = await database.$queryRawUnsafe<{ row: string }[]>(
      ownedThrough[name] ?? `SELECT x::text AS "row" FROM "${name}" x`,
    );
    for (const { row } of found) if (!isTheirs.test(row)) rows.add(`${name} ${row}`);
  }
  return rows;
}

const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((row) => !other.has(row)).map((row) => row.slice(0, 200));
