import { fail } from '../../errors.ts'
import { ok } from '../../result.ts'
import { columnTypes } from '../../table/table.ts'
import { typeWords } from '../find-field.ts'
import { readValue } from '../values/read-texts.ts'
import { quoted } from '../words.ts'
import type { FillMethod } from './fill-method.ts'
import { fillWith } from './values.ts'

export const constant: FillMethod = {
  text: 'A value of your own',
  types: columnTypes,
  begin({ field, settings }) {
    const value = field.type === 'text' ? settings.value : readValue(settings.value, field.type)
    if (value === '' || Number.isNaN(value))
      return fail('clean/invalid-settings', {
        step: 'Fill missing',
        reason:
          settings.value === ''
            ? 'say what to fill with'
            : `${quoted(settings.value)} is not what ${quoted(field.name)} holds, ${typeWords[field.type]}`,
      })
    return ok({ words: quoted(settings.value), learned: {}, start: () => fillWith(field.name, value) })
  },
}
