/** Clients ignore the response while sending, so up to 32 MB of a refused body is read and discarded. */
const most = 32_000_000

/** Reads and discards the rest of a refused body. */
export async function drain({ body, bodyUsed }: Request): Promise<void> {
  if (!body || bodyUsed || body.locked) return
  let length = 0
  for await (const piece of body) {
    length += piece.byteLength
    if (length > most) return
  }
}
