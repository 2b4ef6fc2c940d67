import { build } from 'vite'
import { at } from '../../scripts/paths.ts'

/** Code that runs in a page, as one script. */
export async function pageScript(path: string): Promise<string> {
  const lib = { entry: at(path), formats: ['iife' as const], name: 'page' }
  const define = { 'process.env.NODE_ENV': '"production"' }
  const built = await build({
    configFile: false,
    root: at(''),
    logLevel: 'error',
    define,
    build: { write: false, lib },
  })
  const [first] = [built].flat()
  const chunk = first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page was not built')
  return chunk.code
}
