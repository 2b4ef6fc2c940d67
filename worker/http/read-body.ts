import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { drain } from './drain.ts'

/** Reads a request body up to a limit. */
export async function readBody(request: Request, limit: number): Promise<Result<ArrayBuffer, Failure>> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit) {
    await drain(request)
    return fail('request/too-large')
  }
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.byteLength
    if (length > limit) return fail('request/too-large')
    pieces.push(piece)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.byteLength
  }
  return ok(bytes.buffer)
}
