/** A file's name as a header may carry it, with its own letters beside it (RFC 6266). */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`
}

/** Bytes that the browser stores as a file. */
export const attachment = (body: ReadableStream, fileName: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'content-disposition': disposition(fileName) } })
