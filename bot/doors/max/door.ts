import type { Door } from "../../people/address.ts";
import type { OpenDoor } from "../door.ts";
import type { MaxClient } from "./client/max-client.ts";
import { readFileId } from "./reading/file-id.ts";

/** This messenger's name in the database. */
export const door = "max" as const satisfies Door;

/** MAX, as flows meet it. */
export const maxDoor = (client: MaxClient): OpenDoor => ({
  name: door,
  async download(fileId) {
    const { url, name } = readFileId(fileId) ?? {};
    const bytes = url === undefined ? undefined : await client.download(url);
    return bytes === undefined ? { kind: "gone" } : { kind: "file", bytes, name };
  },
  can: {
    inlineMode: false,
    calendarFiles: false,
    ownCommands: false,
    replyKeyboard: false,
  },
});
