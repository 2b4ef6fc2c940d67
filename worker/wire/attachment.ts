/** Content-Disposition with an ASCII name and the original one (RFC 6266). */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`
}

/** A response that the browser saves as a file. */
export const attachment = (body: ReadableStream, fileName: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'content-disposition': disposition(fileName) } })
