import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/postgres.ts"],
    setupFiles: ["tests/support/fixed-seed.ts"],
    // Each file opens a database and a Telegram of its own; to load the program anew for each of 200 took 140 s more.
    isolate: false,
    // Patience costs nothing where all is well; a machine busy with something else must not fail a test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 180_000, interval: 20 } },
    // For two cores: a third of the time a file waits for a process that it started, a browser or PostgreSQL.
    maxWorkers: 3,
  },
});
