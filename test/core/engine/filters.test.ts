import { describe, expect, test } from 'vitest'
import type { QueryInput } from '#core/query/query.ts'
import { tableSource } from '#core/table/table-source.ts'
import type { Cell } from '#core/table/table.ts'
import { dataset, moments, numbers, rowsOf, sourceOf, texts } from './asking.ts'

describe('filters', () => {
  const source = sourceOf(
    numbers('n', 'decimal', [-0, 0, null, 1]),
    moments('at', ['2024-02-29T23:59:59Z', '2024-03-01T00:00:00Z', '2024-03-31T23:59:59.999Z', '2024-04-01T00:00:00Z']),
    numbers('took', 'duration', [60_000, 90 * 60_000, null, 100 * 3_600_000]),
    texts('t', ['Straße', 'STRASSE', null, '%']),
  )
  const positions = sourceOf(numbers('row', 'integer', [0, 1, 2, 3]))
  const passing = async (filter: NonNullable<QueryInput['filters']>[number]): Promise<Cell[]> => {
    const table = await source.read(0, ['n', 'at', 'took', 't'])
    const { columns } = await positions.read(0, ['row'])
    const both = tableSource([{ rows: 4, columns: [...table.columns, ...columns] }])
    return (await rowsOf({ dataset, columns: ['row'], filters: [filter] }, both)).map(({ row }) => row ?? null)
  }

  test.each<[string, NonNullable<QueryInput['filters']>[number], number[]]>([
    ['[E11] less than 1 leaves out null', { op: 'less', column: 'n', value: 1 }, [0, 1]],
    ['[E11] not less than 1 has the null', { op: 'not', filter: { op: 'less', column: 'n', value: 1 } }, [2, 3]],
    ['[E11] both zeros equal 0', { op: 'in', column: 'n', values: [0] }, [0, 1]],
    ['[E11] neither zero is below 0', { op: 'less', column: 'n', value: 0 }, []],
    ['[E11] both zeros are at least 0', { op: 'greaterOrEqual', column: 'n', value: 0 }, [0, 1, 3]],
    ['[E11] nor is either above -0', { op: 'greater', column: 'n', value: -0 }, [3]],
    ['[E11] and of nothing', { op: 'and', filters: [] }, [0, 1, 2, 3]],
    ['[E11] or of nothing', { op: 'or', filters: [] }, []],
    ['[E11] in nothing', { op: 'in', column: 'n', values: [] }, []],
    ['[E12] in a month', { op: 'in', column: 'at', values: ['2024-03'] }, [1, 2]],
    ['[E12] up to a month, with all of it', { op: 'lessOrEqual', column: 'at', value: '2024-03' }, [0, 1, 2]],
    ['[E12] after a month', { op: 'greater', column: 'at', value: '2024-03' }, [3]],
    ['[E12] before a day', { op: 'less', column: 'at', value: '2024-03-01' }, [0]],
    ['[E12] from a month to a month', { op: 'between', column: 'at', from: '2024-02', to: '2024-03' }, [0, 1, 2]],
    ['[E12] at a moment', { op: 'in', column: 'at', values: ['2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z'] }, [1, 3]],
    ['[E12] longer than a time in words', { op: 'greater', column: 'took', value: '1h 29m' }, [1, 3]],
    ['[E12] as long as a clock says', { op: 'in', column: 'took', values: ['1:30:00'] }, [1]],
    ['[E12] durations in milliseconds', { op: 'less', column: 'took', value: 60_001 }, [0]],
    ['[E13] contains, in any case', { op: 'contains', column: 't', text: 'straSSe' }, [1]],
    ['[E13] starts, in any case', { op: 'startsWith', column: 't', text: 'STRA' }, [0, 1]],
    ['[E13] a percent sign is only itself', { op: 'contains', column: 't', text: '%' }, [3]],
    ['[E13] equal is exact', { op: 'in', column: 't', values: ['strasse', 'STRASSE'] }, [1]],
  ])('%s', async (_, filter, expected) => {
    expect(await passing(filter)).toEqual(expected)
  })
})
