import { IANAZone } from "luxon";
import { z } from "zod";
import { CityFileError, demoCityFile, readCityFile } from "../city/city-file.ts";

/** The zone of the city, an IANA name. */
export const timeZone = z
  .string()
  // PostgreSQL reads "+03:00" the other way round (POSIX).
  .refine((zone) => /^[a-z]/i.test(zone) && IANAZone.isValidZone(zone), "is not a time zone such as Europe/Moscow")
  .optional();

/** The path of the file of the city, read. */
export const cityFile = z
  .string()
  .default(demoCityFile)
  .transform((path, context) => {
    try {
      return readCityFile(path);
    } catch (error) {
      if (!(error instanceof CityFileError)) throw error;
      context.addIssue({ code: "custom", message: `is no file of a city: ${error.message}` });
      return z.NEVER;
    }
  });
