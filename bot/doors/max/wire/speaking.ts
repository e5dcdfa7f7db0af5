import type { MaxClient } from "../client/max-client.ts";
import type { MaxFiles } from "../sending/files-store.ts";
import type { Presses } from "./presses.ts";
import type { SentMessages } from "./sent-messages-store.ts";
import type { SpeakPause } from "./speak.ts";

export interface WireDeps {
  client: MaxClient;
  messages: SentMessages;
  files: MaxFiles;
  now: () => Date;
  /** Said to a press that was answered by a message of its own. */
  sayTaken: (languageCode: string | undefined) => string;
  pause?: SpeakPause;
}

/** What a call is made with. */
export interface Speaking extends WireDeps {
  presses: Presses;
  /** Aborted when the update is given up. */
  signal: AbortSignal | undefined;
}
