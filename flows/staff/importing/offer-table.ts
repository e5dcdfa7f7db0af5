import { may } from "../../../bot/staff/permissions.ts";
import { enter } from "../../kit/dialogue.ts";
import { privatePartOf, Screen } from "../../kit/screen.ts";
import { rightsOf } from "../authorize.ts";
import { fileIn } from "./ask-file.ts";
import { importFile } from "./import-file.ts";

/** Endings of the files that are meant for the programme whoever of the staff sends them, and wherever. */
const table = /\.(?:xlsx|csv|tsv|ics|ical)$/iu;

/** A table or a calendar that is sent outside of any dialogue by somebody who may load it: it is looked through, and nothing done unasked. */
export const offerTable = new Screen();

privatePartOf(offerTable).on("message:document", async (ctx, next) => {
  const file = fileIn(ctx.message);
  const isTable = file !== undefined && table.test(file.name);
  return isTable && may(await rightsOf(ctx), "programme.import") ? enter(ctx, importFile, file) : next();
});
