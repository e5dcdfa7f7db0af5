import { Prisma } from "../../prisma/client/client.ts";

/** Whether PostgreSQL ended a transaction because two waited for each other (SQLSTATE 40P01; Prisma's P2034). */
export function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || /\b40P01\b|TransactionWriteConflict/.test(JSON.stringify(error.meta ?? {}));
}
