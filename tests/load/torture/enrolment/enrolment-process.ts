/** One instance of the race for places: lets its share of the people enrol at once and says what each was told. */
import { fileURLToPath } from "node:url";
import { raceInProcesses, takePart } from "../racing/processes.ts";
import { enrolAll, type Told } from "./enrolment.ts";

/** A group, and people with the ids from, from + 1, … */
type Share = Record<"groupId" | "from" | "count", number>;

/** Lets people with the ids 1, 2, 3 … enrol from so many processes, all at the same moment. */
export async function enrolInProcesses(
  url: string,
  groupId: number,
  { people, processes }: { people: number; processes: number },
): Promise<{ told: Told[]; took: number }> {
  const most = Math.ceil(people / processes);
  const shares = Array.from(
    { length: processes },
    (_, index): Share => ({ groupId, from: index * most + 1, count: Math.min(most, people - index * most) }),
  );
  const { said, took } = await raceInProcesses<Told[]>(fileURLToPath(import.meta.url), url, shares);
  return { told: said.flat(), took };
}

if (import.meta.main)
  await takePart<Share>((database, { groupId, from, count }) =>
    enrolAll(
      database,
      groupId,
      Array.from({ length: count }, (_, index) => from + index),
    ),
  );
