import { badRequest } from "./api-failure.ts";

/** One part of a form: a field, or a file if it has a file name. */
export type Part = { name: string; fileName: string | undefined; mimeType: string; bytes: Buffer };

/**
 * Splits a `multipart/form-data` body into its parts (RFC 7578). By hand, because the parser behind
 * `Response.formData()` refuses what grammY writes: no space after ":" and ";", file names unquoted, spaces included.
 */
export function parseMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest("can't find the boundary of the form");
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  // The first delimiter has no line before it.
  let begin = body.indexOf(delimiter.subarray(2));
  let headersBegin = begin + delimiter.length - 2;
  while (begin !== -1 && body.subarray(headersBegin, headersBegin + 2).toString() !== "--") {
    const end = body.indexOf(delimiter, headersBegin);
    const headersEnd = body.indexOf("\r\n\r\n", headersBegin);
    if (end === -1 || headersEnd === -1) throw badRequest("the form is cut off");
    parts.push(readPart(body.subarray(headersBegin, headersEnd).toString(), body.subarray(headersEnd + 4, end)));
    begin = end;
    headersBegin = end + delimiter.length;
  }
  return parts;
}

function readPart(headers: string, bytes: Buffer): Part {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  return {
    name: attribute(disposition, "name") ?? "",
    fileName: attribute(disposition, "filename"),
    mimeType: /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1] ?? "application/octet-stream",
    bytes,
  };
}

function attribute(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]+))`, "i").exec(disposition);
  return match?.[1] ?? match?.[2];
}
