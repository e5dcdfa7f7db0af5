import { once } from "node:events";
import type { BotProcess } from "../../bot-process.ts";

/** The heap of a bot that was started with `inspectable`. */
export interface Heap {
  /** Megabytes in use after a full collection: what is kept and not what lies about. */
  megabytes(): Promise<number>;
  close(): void;
}

/** The flag that lets its heap be looked into, on a port of its own on loopback. */
export const inspectable = "--inspect=127.0.0.1:0";

/** Speaks the inspector's protocol (chromedevtools.github.io/devtools-protocol/v8, HeapProfiler and Runtime). */
export async function openHeap(bot: BotProcess): Promise<Heap> {
  const address = /ws:\/\/\S+/.exec(bot.output())?.[0];
  if (address === undefined) throw new Error("The bot was not started with --inspect.");
  const socket = new WebSocket(address);
  await once(socket, "open");
  const waiting = new Map<number, (result: { usedSize?: number }) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: { usedSize?: number } };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let asked = 0;
  const ask = (method: string): Promise<{ usedSize?: number }> => {
    asked += 1;
    const id = asked;
    socket.send(JSON.stringify({ id, method }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  return {
    async megabytes() {
      await ask("HeapProfiler.collectGarbage");
      const { usedSize = Number.NaN } = await ask("Runtime.getHeapUsage");
      return usedSize / 2 ** 20;
    },
    close: () => socket.close(),
  };
}
