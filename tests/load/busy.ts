import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/**
 * Keeps each core busy with a loop, so that whatever is measured meanwhile is measured on a saturated machine. It ends after
 * so many seconds by itself, or with the returned function.
 */
export function saturate(seconds: number): () => void {
  const loop = `const end = performance.now() + ${seconds * 1_000}; while (performance.now() < end);`;
  const loops = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ["-e", loop]));
  const stop = () => {
    for (const child of loops) child.kill("SIGKILL");
    process.off("exit", stop);
  };
  process.once("exit", stop);
  return stop;
}
