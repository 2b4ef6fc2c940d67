import { movies } from './movies.ts'
import type { MakeTable } from './own-table.ts'
import { sales } from './sales.ts'
import { sensors } from './sensors.ts'
import { staff } from './staff.ts'
import { survey } from './survey.ts'

/** Small files of the project's own making, of the kinds that people bring. */
export const ownFiles = { sales, staff, survey, sensors, movies } as const satisfies Record<string, MakeTable>

export type OwnFile = keyof typeof ownFiles

export const ownFileNames = Object.keys(ownFiles) as readonly OwnFile[]
