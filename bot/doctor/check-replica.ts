import { inspectReplica } from "../database/replica/inspect.ts";
import { broken, type Finding, look, well } from "./finding.ts";

const part = "replica";
const megabyte = 1_048_576;

/** More than a busy second writes: a replica that is so far behind stands still, or cannot follow. */
const far = 64 * megabyte;

/** Looks at the streaming replica from which lists are read. Without it the bot works as well, so nothing of it is broken. */
export async function checkReplica(primaryUrl: string, replicaUrl: string): Promise<Finding> {
  try {
    const behind = await inspectReplica(primaryUrl, replicaUrl);
    if (behind === undefined)
      return broken(
        part,
        "is no standby of the server at DATABASE_URL",
        "Let DATABASE_READ_URL lead to a streaming replica of it, and to the same database there.",
      );
    if (behind > far)
      return look(
        part,
        `is ${Math.ceil(behind / megabyte)} MB behind`,
        "Look at pg_stat_replication on the primary, and at the disk and the log of the replica.",
      );
    return well(part, `follows, ${Math.ceil(behind / 1_024)} kB behind`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    const remedy = "Look at host, port, name and password in DATABASE_READ_URL. Until then the primary answers all.";
    return look(part, `does not answer (${code})`, remedy);
  }
}
