/** A caller who still sends does not listen: so much of a refused body is taken in, and dropped, to be heard. */
const most = 32_000_000

/** Reads the rest of a refused body without keeping it. */
export async function drain({ body, bodyUsed }: Request): Promise<void> {
  if (!body || bodyUsed || body.locked) return
  let length = 0
  for await (const piece of body) {
    length += piece.byteLength
    if (length > most) return
  }
}
