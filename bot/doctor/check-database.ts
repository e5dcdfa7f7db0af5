import { type DatabaseState, inspectDatabase } from "../database/inspect.ts";
import { broken, type Finding, look, well } from "./finding.ts";

const part = "database";
const oldest = 150_000;
const megabyte = 1_048_576;

/** Looks at the database behind an address. */
export async function checkDatabase(url: string): Promise<{ findings: Finding[]; isUsable: boolean }> {
  let state: DatabaseState;
  try {
    state = await inspectDatabase(url);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    const remedy = "Look at host, port, name and password in DATABASE_URL, and whether PostgreSQL runs.";
    return { findings: [broken(part, `does not answer (${code})`, remedy)], isUsable: false };
  }
  const findings = [...judgeServer(state), ...judgeMigrations(state)];
  // The tables that the program knows are there, so what stands in them can be asked.
  const isUsable = state.missing.length === 0 && state.unknown.length === 0;
  return { findings, isUsable };
}

function judgeServer(state: DatabaseState): Finding[] {
  const { version, versionNumber, isStandby, mayCreate, isSuperuser, connections, mostConnections, bytes } = state;
  const findings: Finding[] = [];
  if (versionNumber < oldest) findings.push(broken(part, `PostgreSQL ${version} is too old`, "Use 15 or newer."));
  else findings.push(well(part, `PostgreSQL ${version}, ${Math.ceil(bytes / megabyte)} MB`));
  if (isStandby)
    findings.push(broken(part, "is a standby and takes no writes", "Let DATABASE_URL lead to the primary."));
  else if (!mayCreate)
    findings.push(
      broken(part, "the role may not create tables", "Make it the owner of the database, or of its schema public."),
    );
  if (connections > 0.8 * mostConnections)
    findings.push(
      look(
        part,
        `${connections} of ${mostConnections} connections are in use`,
        "Raise max_connections, or use PgBouncer.",
      ),
    );
  if (isSuperuser)
    findings.push(
      well(part, "the role is a superuser: right for the built-in PostgreSQL, more than is needed elsewhere"),
    );
  return findings;
}

function judgeMigrations({ missing, unknown, changed }: DatabaseState): Finding[] {
  if (unknown.length > 0)
    return [broken("migrations", `made by a newer Ishek (it knows ${unknown.join(", ")})`, "Update the program.")];
  if (changed.length > 0)
    return [broken("migrations", `${changed.join(", ")} changed after it ran`, "Restore the file of the migration.")];
  if (missing.length > 0)
    return [
      look("migrations", `${missing.length} are still to be applied`, "The next start applies them; back up before."),
    ];
  return [well("migrations", "all applied")];
}
