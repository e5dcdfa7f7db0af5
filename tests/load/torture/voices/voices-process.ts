/** One instance of the race of voices: lets its people vote, rate, support and flag at once and says what they were told. */
import { fileURLToPath } from "node:url";
import { raceInProcesses, takePart } from "../racing/processes.ts";
import { raiseVoices, type Subjects, type Told } from "./voices.ts";

/** The people whose id divided by `of` does not leave `but`: everybody is in all shares but one. */
type Share = Subjects & Record<"people" | "of" | "but", number>;

/**
 * Lets people with the ids 1, 2, 3 … raise their voices from so many processes at the same moment, each person in all of
 * them but one: nobody says anything once only.
 */
export async function raiseVoicesInProcesses(
  url: string,
  subjects: Subjects,
  { people, processes }: { people: number; processes: number },
): Promise<{ told: Told; took: number }> {
  const shares = Array.from({ length: processes }, (_, but): Share => ({ ...subjects, people, of: processes, but }));
  const { said, took } = await raceInProcesses<Told>(fileURLToPath(import.meta.url), url, shares);
  const sum = (what: keyof Told) => {
    const all: Record<string, number> = {};
    for (const told of said)
      for (const [kind, count] of Object.entries(told[what])) all[kind] = (all[kind] ?? 0) + count;
    return all;
  };
  return {
    told: { vote: sum("vote"), rating: sum("rating"), support: sum("support"), flag: sum("flag") },
    took,
  };
}

if (import.meta.main)
  await takePart<Share>((database, { people, of, but, ...subjects }) =>
    raiseVoices(
      database,
      subjects,
      Array.from({ length: people }, (_, index) => index + 1).filter((id) => id % of !== but),
    ),
  );
