import { workerData } from "node:worker_threads";
import { limits } from "./limits.ts";
import { budgetAt, progressAt } from "./watch.ts";

/**
 * The thread that ends its own process: the reader beside it may be in a loop that hears no message and no signal handler.
 * Processor time is told by SIGXCPU, memory by SIGUSR2, as `start-reader.ts` expects it; V8 itself aborts when its heap is full.
 */
const state = new Int32Array(workerData as SharedArrayBuffer);
const parent = process.ppid;
let progress = -1;
let since = 0;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const spent = (user + system) / 1_000;
  const budget = Atomics.load(state, budgetAt);
  const now = Atomics.load(state, progressAt);
  if (now !== progress) [progress, since] = [now, spent];
  if (budget > 0 && spent - since > budget) process.kill(process.pid, "SIGXCPU");
  if (budget === limits.record && spent > limits.file) process.kill(process.pid, "SIGXCPU");
  if (process.memoryUsage.rss() > limits.memory * 1_048_576) process.kill(process.pid, "SIGUSR2");
  // Nobody waits for an answer any more.
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 100);
