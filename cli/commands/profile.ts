import type { ReadChoices } from '#core/ingest/choices.ts'
import type { Profile } from '#core/profile/profile.ts'
import { qualityOf } from '#core/profile/quality/quality.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { ok, type Result } from '#core/result.ts'
import { featureTypeOf } from '#core/semantic/feature-type.ts'
import { factsOf } from '#core/semantic/kinds/column-facts.ts'
import { kindOf } from '#core/semantic/kinds/kind-of.ts'
import type { Command } from '../command.ts'
import { localFile } from '../local-file.ts'
import { describeFindings } from '../profile-findings.ts'
import { describeProfile } from '../profile-text.ts'
import { choiceOptions, choicesFrom } from '../read-choices.ts'

async function profileOf(path: string, choices: ReadChoices): Promise<Result<Profile>> {
  const file = await localFile(path)
  if (!file.ok) return file
  const loaded = await loadFile(file.value, { write: () => {}, progress: () => {}, choices })
  return loaded.ok ? ok(loaded.value.profile) : loaded
}

/** The profile, and what each column is. */
function withKinds(profile: Profile): object {
  const columns = profile.columns.map((column) => {
    const facts = factsOf(column, profile.rows)
    const { kind, confidence } = kindOf(facts)
    return { ...column, kind, confidence, featureType: featureTypeOf(facts) }
  })
  return { ...profile, columns }
}

/** Shows what every column of a file holds, what its rows show together, and how good the data is. */
export const profile: Command = {
  summary: 'Show what every column of a file holds: types, gaps, distributions, odd values.',
  parameters: ['file'],
  options: { ...choiceOptions, json: { type: 'boolean', says: 'the whole profile as JSON' } },
  example: 'edgewise profile sales.csv',
  run: async (input) => {
    const [path = ''] = input.positionals
    const choices = choicesFrom(input)
    if (!choices.ok) return choices
    const found = await profileOf(path, choices.value)
    if (!found.ok) return found
    const now = Date.now()
    const quality = qualityOf({ profile: found.value, now, arrivedAt: now })
    if (input.options['json'] === true) {
      input.print(JSON.stringify({ ...withKinds(found.value), quality }, null, 2))
      return ok(undefined)
    }
    const lines = describeProfile(path, found.value, process.stdout.columns || 120)
    for (const line of [...lines, ...describeFindings(found.value, quality)]) input.print(line)
    return ok(undefined)
  },
}
