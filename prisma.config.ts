/**
 * For Prisma's CLI alone, which is not installed: `npx prisma@7.10.0 studio`, `migrate status` and the like. They need an
 * address of a database; the bot brings its own.
 */
export default {
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "npm run seed" },
  ...(process.env["DATABASE_URL"] ? { datasource: { url: process.env["DATABASE_URL"] } } : {}),
};
