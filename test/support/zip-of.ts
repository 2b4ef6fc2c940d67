import { crc32, deflateRawSync } from 'node:zlib'

type Content = { readonly bytes: Uint8Array | string; readonly isStored?: boolean; readonly isEncrypted?: boolean }

function headersOf(name: string, { bytes, isStored = false, isEncrypted = false }: Content, at: number) {
  const raw = Buffer.from(bytes)
  const packed = isStored ? raw : deflateRawSync(raw)
  const path = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(isEncrypted ? 1 : 0, 2)
  common.writeUInt16LE(isStored ? 0 : 8, 4)
  common.writeUInt32LE(crc32(raw), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(raw.length, 18)
  common.writeUInt16LE(path.length, 22)
  const end = Buffer.alloc(14)
  end.writeUInt32LE(at, 10)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed])
  return { local, central: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, end, path]) }
}

/** A zip archive of some files, as any tool writes it. */
export function zipOf(files: Readonly<Record<string, Content | string>>): Uint8Array {
  const [locals, centrals] = [[] as Buffer[], [] as Buffer[]]
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const { local, central } = headersOf(name, typeof content === 'string' ? { bytes: content } : content, at)
    locals.push(local)
    centrals.push(central)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}
