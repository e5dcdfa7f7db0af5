import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/postgres.ts"],
    setupFiles: ["tests/support/fixed-seed.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Two cores: one file at a time would leave one idle, more would fight for PostgreSQL.
    maxWorkers: 2,
  },
});
