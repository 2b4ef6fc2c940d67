import { z } from 'zod'
import type { ChartType } from '../chart.ts'

type Told = { readonly key: string; readonly title: string }

/** A setting as a form shows it. */
export type SettingField = Told &
  (
    | {
        readonly kind: 'choice'
        readonly usual: string
        readonly options: readonly { readonly id: string; readonly text: string }[]
      }
    | { readonly kind: 'switch'; readonly usual: boolean }
    | {
        readonly kind: 'number'
        readonly usual: number | null
        readonly min: number | null
        readonly max: number | null
      }
  )

type Meta = { readonly title?: string; readonly names?: Readonly<Record<string, string>> }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What is within a default and what may be null. */
function innermost(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodNullable ? innermost(schema.unwrap()) : schema
}

function fieldOf(key: string, schema: z.ZodType): SettingField | null {
  const { title = key, names = {} } = (schema.meta() ?? {}) as Meta
  const usual: unknown = schema.parse(undefined)
  const inner = innermost(schema)
  if (inner instanceof z.ZodEnum) {
    const options = inner.options.map((id) => ({ id: String(id), text: names[id] ?? capital(String(id)) }))
    return { key, title, kind: 'choice', usual: String(usual), options }
  }
  if (inner instanceof z.ZodBoolean) return { key, title, kind: 'switch', usual: usual === true }
  if (!(inner instanceof z.ZodNumber)) return null
  const within = (bound: number | null): number | null =>
    bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : null
  return {
    key,
    title,
    kind: 'number',
    usual: typeof usual === 'number' ? usual : null,
    min: within(inner.minValue),
    max: within(inner.maxValue),
  }
}

/** The form of a chart type's settings, told from its schema. */
export const settingFields = ({ settings }: ChartType): readonly SettingField[] =>
  Object.entries(settings.shape).flatMap(([key, schema]) => fieldOf(key, schema as z.ZodType) ?? [])
