import { threadCallback, writeCallback } from "../../../bot/threads/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { type TestCity, words } from "../../support/city.ts";
import { forges } from "../drive.ts";

const t = words.for("ru");

/** Begins to write to a human, as the button in /help does. */
export const begins = (person: Person) => forges(person, writeCallback.data({ kind: "question" }));

/** The latest thread of a resident with what was said in it. */
export const threadOf = async ({ services: { database } }: TestCity, person: Person) =>
  database.thread.findFirstOrThrow({
    where: { personId: BigInt(await idOf(database, person)) },
    include: { messages: { orderBy: { id: "asc" } } },
    orderBy: { id: "desc" },
  });

/** Somebody of the staff opens a thread and answers in it. */
export async function answersIn(city: TestCity, staff: Person, text: string, { id }: { id: number }): Promise<void> {
  await forges(staff, threadCallback.data({ id, page: 0 }));
  await staff.taps(t("thread.button.answer"));
  await staff.says(text);
  await city.deliver();
}
