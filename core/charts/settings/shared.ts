import { z } from 'zod'
import { formats } from '../../semantic/vocabulary.ts'

/** The colours that a picture may begin with, in the order of the palette; the others follow. */
const colours = ['blue', 'orange', 'green', 'purple', 'gold', 'sky', 'grey', 'red'] as const

const choice = <const Ids extends readonly [string, ...string[]]>(
  ids: Ids,
  title: string,
  names: Readonly<Record<string, string>>,
) =>
  z
    .enum(ids)
    .default(ids[0] as never)
    .meta({ title, names })

const bound = (title: string) => z.number().nullable().default(null).meta({ title })

/** Settings that a chart type takes by naming them in its schema; a scene gets them without knowing of its type. */
export const shared = {
  colour: choice(colours, 'First colour', {}),
  order: choice(['asItStands', 'largest', 'smallest', 'name'], 'Order', {
    asItStands: 'As it stands',
    largest: 'Largest first',
    smallest: 'Smallest first',
    name: 'By name',
  }),
  numbers: choice(['own', ...formats.filter((format) => format !== 'date' && format !== 'text')], 'Numbers as', {
    own: 'In the file',
    percent: 'Percent (0.5 is 50%)',
    percentage: 'Percent (50 is 50%)',
  }),
  axisFrom: bound('Axis from'),
  axisTo: bound('Axis to'),
  reference: choice(['none', 'mean', 'median'], 'Reference line', { none: 'None' }),
  target: bound('Target line'),
  trend: z.boolean().default(false).meta({ title: 'Trend line' }),
} as const
type SharedId = keyof typeof shared

/** Some of the shared settings, to be spread into a type's schema. */
export const pick = <const Ids extends readonly SharedId[]>(...ids: Ids): Pick<typeof shared, Ids[number]> =>
  Object.fromEntries(ids.map((id) => [id, shared[id]])) as Pick<typeof shared, Ids[number]>

const look = z.object(shared).partial()
/** The shared settings that a spec may hold, each only where its type takes it. */
export type Look = z.output<typeof look>

/** The shared settings among those of a type, as its schema read them. */
export const lookOf = (settings: Readonly<Record<string, unknown>>): Look =>
  look.parse(Object.fromEntries(Object.entries(settings).filter(([key]) => Object.hasOwn(shared, key))))

/** How many places the palette is turned. */
export const turnOf = ({ colour }: Look): number => Math.max(0, colours.indexOf(colour ?? 'blue'))
