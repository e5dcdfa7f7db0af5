import type { Services } from "../context.ts";
import { listen } from "../database/listen.ts";
import { ZoomClient } from "./client/client.ts";
import type { ZoomAccount, ZoomCall } from "./client/session.ts";
import { zoomChannel } from "./tasks/task-store.ts";
import { ZoomWorker } from "./tasks/worker.ts";

export interface ZoomSettings {
  /** At least one. */
  accounts: readonly ZoomAccount[];
  apiRoot: string;
  oauthRoot: string;
  services: Pick<Services, "database" | "clock" | "log">;
  /** The database's address, to hear of new tasks. */
  url: string;
  onCall?: (call: ZoomCall) => void;
}

/** Starts to do what Zoom is asked for. */
export function startZoom({ accounts, services, url, ...rest }: ZoomSettings): { stop(): Promise<void> } {
  const { clock } = services;
  const clients = accounts.map((account) => new ZoomClient({ account, clock, ...rest }));
  const worker = new ZoomWorker({ ...services, clients });
  worker.start();
  const tasks = listen(url, { [zoomChannel]: () => worker.wake() });
  return {
    async stop() {
      await tasks.stop();
      await worker.stop();
    },
  };
}
