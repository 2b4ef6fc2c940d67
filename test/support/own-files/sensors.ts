import { type MakeTable, roundTo } from './own-table.ts'

const half = 1_800_000
const places = ['cellar', 'office', 'roof'] as const

/** A reading every half hour of three sensors, in turn; some fail. */
export const sensors: MakeTable = ({ next, chance }) => ({
  header: ['measured_at', 'sensor', 'temperature_c', 'humidity_pct', 'battery_v'],
  rows: Array.from({ length: 600 }, (_, row) => {
    const moment = Date.UTC(2025, 1, 3) + Math.floor(row / 3) * half
    const warmth = 12 + 6 * (row % 3) + 4 * Math.sin((moment / 86_400_000) * 2 * Math.PI)
    return [
      new Date(moment).toISOString().slice(0, 19).replace('T', ' '),
      places[row % 3] ?? '',
      chance(0.03) ? null : roundTo(warmth + next(), 2),
      chance(0.03) ? null : roundTo(40 + 30 * next(), 1),
      roundTo(3.9 - row / 2_000, 3),
    ]
  }),
})
