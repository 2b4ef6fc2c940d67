import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { build } from './build.ts'
import { dryRun } from './deploy/dry-run.ts'
import {
  productionOf,
  readProduction,
  withDatabaseId,
  writeConfig,
  type Production,
} from './deploy/production-config.ts'
import { resourcesOf, type Resource } from './deploy/resources.ts'
import { at } from './paths.ts'
import { run } from './run.ts'
import { workers } from './workers.ts'

const [main, sql] = workers
const secretsFile = '.wrangler/deploy-secrets.json'
const production = ['--config', main.deployed] as const

function succeeds(args: readonly string[]): boolean {
  try {
    run('wrangler', args)
    return true
  } catch {
    return false
  }
}

function findOrCreate({ title, find, create }: Resource): void {
  const found = succeeds(find)
  if (!found) run('wrangler', create)
  console.log(`✓ ${title} ${found ? 'is there' : 'created'}`)
}

function databaseId({ d1_databases: [database] }: Production): string {
  const answer: unknown = JSON.parse(run('wrangler', ['d1', 'info', database?.database_name ?? '', '--json']))
  return z.looseObject({ uuid: z.string() }).parse(answer).uuid
}

/** The secrets production lacks. An existing one is never replaced: that would sign everybody out. */
function missingSecrets(): Record<string, string> {
  const listed = z.array(z.looseObject({ name: z.string() }))
  let names: readonly string[] = []
  try {
    names = listed.parse(JSON.parse(run('wrangler', ['secret', 'list', ...production]))).map(({ name }) => name)
  } catch {
    // The Worker does not exist yet, so it has no secrets.
  }
  return names.includes('SESSION_SECRET') ? {} : { SESSION_SECRET: randomBytes(32).toString('base64url') }
}

function upload(): string {
  const secrets = missingSecrets()
  const withSecrets = Object.keys(secrets).length > 0
  if (withSecrets) writeFileSync(at(secretsFile), JSON.stringify(secrets), { mode: 0o600 })
  try {
    return run('wrangler', [
      'deploy',
      ...production,
      '--minify',
      ...(withSecrets ? ['--secrets-file', secretsFile] : []),
    ])
  } finally {
    rmSync(at(secretsFile), { force: true })
  }
}

async function deploy(): Promise<void> {
  if (!succeeds(['whoami', '--json']))
    throw new Error(
      'Not signed in to Cloudflare. Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN, and try again.',
    )
  await build()
  const config = readProduction(main.config)
  for (const resource of resourcesOf(config)) findOrCreate(resource)
  writeConfig(main, withDatabaseId(config, databaseId(config)))
  writeConfig(sql, productionOf(sql.config))
  run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--remote', ...production])
  console.log('✓ database migrated')
  // Its object is bound by the other Worker, and so must be there first.
  console.log(run('wrangler', ['deploy', '--config', sql.deployed, '--minify']))
  console.log(upload())
}

if (process.argv.includes('--dry-run')) process.exitCode = (await dryRun()) ? 0 : 1
else {
  await deploy().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
