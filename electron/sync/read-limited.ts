/** Reads an answer up to a limit, so that a broken hub can't fill the kiosk's memory. */

/** Null when it is longer. Rejects when the connection breaks. */
export async function readLimited(response: Response, limitBytes: number): Promise<string | null> {
  const bytes = await readLimitedBytes(response, limitBytes);
  return bytes === null ? null : bytes.toString('utf8');
}

/** The same for what is not text. */
export async function readLimitedBytes(response: Response, limitBytes: number): Promise<Buffer | null> {
  if (response.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
