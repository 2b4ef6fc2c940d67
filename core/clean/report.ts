import { factsOf, tableFigures } from './describe-log.ts'
import type { CleaningLog, StepLog } from './log.ts'

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => named[mark] ?? mark)

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1.25rem }
h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem }
p { margin: 0 0 .5rem } .quiet { opacity: .7 } ol { padding-left: 1.4rem } li { margin-bottom: .9rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #8884 }
td + td, th + th { text-align: right; font-variant-numeric: tabular-nums }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; margin: .25rem 0 0 }
`

/** Maximum characters of learned values; the rest is in the log beside the report. */
const longestLearned = 1200

function learnedOf({ learned }: StepLog): string {
  if (Object.keys(learned).length === 0) return ''
  const text = JSON.stringify(learned, null, 1)
  const shown = text.length > longestLearned ? `${text.slice(0, longestLearned)} … (all of it is in log.json)` : text
  return `<details><summary>What it went by</summary><pre>${escaped(shown)}</pre></details>`
}

function stepItem(step: StepLog): string {
  if (step.problem !== null)
    return `<li><strong>${escaped(step.title)}: not done.</strong><p>${escaped(`${step.problem.message} ${step.problem.hint}`)}</p></li>`
  const facts = factsOf(step).join(', ')
  return `<li><strong>${escaped(step.says)}</strong>${facts === '' ? '' : `<p class="quiet">${escaped(facts)}</p>`}${learnedOf(step)}</li>`
}

/** An HTML page on a cleaning run: figures before and after, and each step. */
export function cleaningReport(name: string, log: CleaningLog): string {
  const rows = tableFigures.map(
    ({ text, of }) => `<tr><td>${text}</td><td>${of(log.before)}</td><td>${of(log.after)}</td></tr>`,
  )
  const steps =
    log.steps.length === 0 ? '<p>No steps were taken.</p>' : `<ol>${log.steps.map(stepItem).join('\n')}</ol>`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>How ${escaped(name)} was cleaned</title><style>${style}</style></head>
<body><h1>How ${escaped(name)} was cleaned</h1>
<h2>Before and after</h2>
<table><thead><tr><th>Figure</th><th>Before</th><th>After</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
<h2>Steps</h2>
${steps}
</body></html>
`
}
