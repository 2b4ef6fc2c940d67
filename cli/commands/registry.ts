import type { Command } from '../command.ts'
import { anomalies } from './anomalies.ts'
import { ask } from './ask.ts'
import { chart } from './chart.ts'
import { clean } from './clean.ts'
import { convert } from './convert.ts'
import { evaluate } from './eval.ts'
import { forecast } from './forecast.ts'
import { insights } from './insights.ts'
import { profile } from './profile.ts'
import { stats } from './stats.ts'
import { why } from './why.ts'

/** Every command, in help order. */
export const commands = {
  convert,
  profile,
  clean,
  ask,
  chart,
  insights,
  why,
  forecast,
  anomalies,
  stats,
  eval: evaluate,
} as const satisfies Record<string, Command>
