/** Of PostgreSQL (class 08, 57, 53), Prisma and the network: the server is away, starting or out of connections. */
const codes = /^(08\w{3}|57P0[123]|53300|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/**
 * Of pg and Prisma, for errors without a code. A raw query that failed with "Code: N/A" got no SQLSTATE, so it was not
 * PostgreSQL that refused it: the connection broke (seen when PostgreSQL restarts under load). Of a transaction Prisma has one
 * code (P2028) for all that goes wrong: one that found no free connection has done nothing; one that took too long might
 * take as long again, and come again for ever.
 */
const sentences =
  /Unable to start a transaction in the given time|Raw query failed\. Code: `N\/A`|Connection terminated|timeout exceeded when trying to connect|server closed the connection|Can't reach database server|ECONNREFUSED|ECONNRESET|the database system is|terminating connection|Client has encountered a connection error/i;

/** Whether an error says that the database cannot be reached now, so that the same work may succeed later. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Telegram's own connection errors have the same codes and are another matter.
  if (error.name === "HttpError" || error.name === "GrammyError") return false;
  const parts: unknown[] = [error, error.cause, "meta" in error ? error.meta : undefined];
  return parts.some((part) => {
    if (typeof part !== "object" || part === null) return false;
    const { code, originalCode, message } = part as { code?: unknown; originalCode?: unknown; message?: unknown };
    return codes.test(String(code)) || codes.test(String(originalCode)) || sentences.test(String(message ?? ""));
  });
}
