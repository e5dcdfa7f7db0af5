import { z } from "zod";
import type { Services } from "../../context.ts";
import type { Renderer } from "../../delivery/delivery.ts";
import { findOwnCertificate } from "./certificate-store.ts";
import { certificateFile } from "./file-words.ts";

const aboutEnrolment = z.object({ enrolmentId: z.int() });

/** Brings a certificate to whom it was issued. */
export function renderers(services: Services): Record<string, Renderer> {
  return {
    async certificate({ payload, personId }, { t }) {
      const { enrolmentId } = aboutEnrolment.parse(payload);
      const certificate = await findOwnCertificate(services.database, { enrolmentId, personId });
      if (certificate === null) return { kind: "nothing", reason: "there is no certificate" };
      return { kind: "file", file: await certificateFile(services, certificate, t), keyboard: [] };
    },
  };
}
