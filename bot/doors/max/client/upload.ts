import { z } from "zod";
import type { MaxFile } from "../reading/file-id.ts";
import type { MaxClient } from "./max-client.ts";
import { type MaxRefusal, refusalOf } from "./refusal.ts";

const place = z.object({ url: z.string(), token: z.string().nullish() });

/** What an upload is answered: of a picture photos, of a file its token, of others XML, which says nothing. */
const uploaded = z.object({
  token: z.string().nullish(),
  photos: z.record(z.string(), z.object({ token: z.string() })).nullish(),
  error_code: z.union([z.string(), z.number()]).nullish(),
});

export type Upload = { kind: "token"; token: string } | { kind: "refused"; refusal: MaxRefusal };

/** Uploads a file and resolves to the token by which it is sent. Throws what the network says. */
export async function uploadFile(
  client: MaxClient,
  { type, name, bytes }: { type: MaxFile["type"]; name: string; bytes: Uint8Array },
  { signal, isDelivery = false }: { signal?: AbortSignal | null; isDelivery?: boolean } = {},
): Promise<Upload> {
  const opened = await client.call({ method: "POST", path: "/uploads", query: { type }, signal, isDelivery });
  const refusal = refusalOf(opened);
  if (refusal !== undefined) return { kind: "refused", refusal };
  const { url, token } = place.parse(opened.body);
  const answer = await client.upload(url, name, bytes, signal);
  const read = uploaded.safeParse(parse(answer.text));
  const said = read.success ? read.data : {};
  // MAX refuses some files with HTTP 200.
  if (answer.status !== 200 || said.error_code != null) {
    const code = `upload.refused ${said.error_code ?? ""}`.trim();
    return { kind: "refused", refusal: { status: answer.status === 200 ? 400 : answer.status, code, message: name } };
  }
  const [photo] = Object.values(said.photos ?? {});
  // The token of videos and audios comes before the upload by the documents, and after it as it was seen.
  const found = said.token ?? photo?.token ?? token;
  if (found == null) return { kind: "refused", refusal: { status: 400, code: "upload.no.token", message: name } };
  return { kind: "token", token: found };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
