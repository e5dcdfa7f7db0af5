/**
 * SQLSTATEs (PostgreSQL, appendix A) by which the server cannot be asked now: 08 the connection, 53 out of connections,
 * memory or disk, 57P shutting down or starting, 25006 read-only, as a standby is before or after a failover.
 */
const away = /^(08\w{3}|53\w{3}|57P\w{2}|25006)$/;

/** SQLSTATEs by which others stood in the way: a statement or a lock waited too long, or a conflict was undone. */
const busy = /^(57014|55P03|40001|40P01)$/;

/**
 * Prisma's own codes and kinds, where there is no SQLSTATE because PostgreSQL was not reached or did not answer
 * (@prisma/adapter-pg 7.10, mapSocketError). P2010 is not among them: it stands for all that a raw statement can meet.
 */
const prismas = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);
const kinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);

const networks = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/**
 * The client library's own errors, which have no code (pg 8.23, pg-pool 3). They are its constants, compared as a whole, and
 * not PostgreSQL's sentences, whose language is a setting of the server.
 */
const clients = new Set([
  "Connection terminated",
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Query read timeout",
]);

/** Prisma has one code for all that goes wrong with a transaction, P2028; of these two the first has done nothing. */
const noConnection = "Unable to start a transaction in the given time";
const tookTooLong = "expired transaction";

/**
 * What an error says about the database. "away": it cannot be asked now, whatever one asks. "busy": this work stood behind
 * somebody else's, or took too long; others may fare better. Either way the same work may succeed later. Undefined: the
 * error is not of that sort, and repeating the work would only repeat it – such as a value that Prisma cannot read.
 */
export function databaseTrouble(error: unknown): "away" | "busy" | undefined {
  if (!(error instanceof Error)) return undefined;
  // Telegram's own connection errors have the same codes and are another matter.
  if (error.name === "HttpError" || error.name === "GrammyError") return undefined;
  if (clients.has(error.message)) return "away";
  const code = "code" in error ? String(error.code) : "";
  if (code === "P2028") {
    if (error.message.includes(noConnection)) return "away";
    return error.message.includes(tookTooLong) ? "busy" : undefined;
  }
  // Prisma keeps what the driver said at meta.driverAdapterError.cause; pg's own errors have the code on themselves.
  const said = "meta" in error ? field(field(error.meta, "driverAdapterError"), "cause") : undefined;
  const codes = [code, field(said, "originalCode"), field(error.cause, "code")].map(String);
  if (codes.some((one) => away.test(one) || prismas.has(one) || networks.has(one))) return "away";
  if (kinds.has(String(field(said, "kind")))) return "away";
  if (codes.some((one) => busy.test(one))) return "busy";
  return error.cause instanceof Error ? databaseTrouble(error.cause) : undefined;
}

/** Whether an error says that the database cannot be used now, so that the same work may succeed later. */
export const isUnreachable = (error: unknown): boolean => databaseTrouble(error) !== undefined;

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
