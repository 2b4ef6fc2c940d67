import { BadgeCheck, Check, ChevronDown, Download, RotateCw, TriangleAlert } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Finding } from '#core/ask/receipt/compare-receipts.ts'
import { writeReceipt } from '#core/ask/receipt/write-receipt.ts'
import type { Receipt } from '#core/ask/receipt/receipt.ts'
import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { WireVerified } from '#core/wire/receipt.ts'
import type { Outcome } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './receipt-dialog.css'

/** What a receipt needs of the world. */
export type ReceiptPorts = {
  readonly sign: (query: Query) => Promise<Outcome<Receipt>>
  readonly verify: (text: string) => Promise<Outcome<WireVerified>>
  /** Did the page show what was signed? */
  readonly isOf: (receipt: Receipt, shown: Table) => Promise<boolean>
  readonly save: (title: string, text: string) => void
}

type Props = {
  readonly query: Query
  /** The result as the page shows it. */
  readonly shown: Table | null
  readonly ports: ReceiptPorts
  readonly onClose: () => void
}

function FindingRow({ isSame, text }: Pick<Finding, 'isSame' | 'text'>) {
  return (
    <li data-same={isSame ? '' : undefined}>
      <Icon icon={isSame ? Check : TriangleAlert} size={16} />
      <span>{text}</span>
    </li>
  )
}

function verdict({ isGenuine, isSame }: WireVerified): string {
  if (!isGenuine) return 'Not genuine'
  if (isSame === null) return 'Genuine, but it could not be computed again'
  return isSame ? 'Genuine, and still right' : 'Genuine, but the figures have changed since'
}

function Verified({ verified }: { readonly verified: WireVerified }) {
  const isGood = verified.isGenuine && verified.isSame === true
  return (
    <div class="receipt-verdict" data-good={isGood ? '' : undefined} role="status">
      <p class="receipt-verdict-title">
        <Icon icon={isGood ? BadgeCheck : TriangleAlert} size={18} />
        {verdict(verified)}
      </p>
      <ul class="receipt-findings">
        {verified.findings.map((finding) => (
          <FindingRow key={finding.text} {...finding} />
        ))}
      </ul>
    </div>
  )
}

/** A button that verifies a text, and what came of it. */
function Verifying({
  label,
  text,
  ports,
  children,
}: {
  readonly label: string
  readonly text: string
  readonly ports: ReceiptPorts
  readonly children?: preact.ComponentChildren
}) {
  const [state, setState] = useState<Outcome<WireVerified> | 'nothing' | 'verifying'>('nothing')
  useEffect(() => setState('nothing'), [text])
  const verify = async (): Promise<void> => {
    setState('verifying')
    setState(await ports.verify(text))
  }
  return (
    <>
      <div class="row wrap">
        <Button
          kind="primary"
          size="small"
          icon={RotateCw}
          disabled={state === 'verifying' || text.trim() === ''}
          onClick={() => void verify()}
        >
          {state === 'verifying' ? 'Computing it again …' : label}
        </Button>
        {children}
      </div>
      {typeof state === 'object' &&
        (state.ok ? <Verified verified={state.value} /> : <FailureNotice problem={state.error} />)}
    </>
  )
}

/** Verifies a receipt that somebody was given, as a file or as text. */
function Another({ ports }: { readonly ports: ReceiptPorts }) {
  const [text, setText] = useState('')
  return (
    <details class="receipt-more">
      <summary>
        <Icon icon={ChevronDown} size={15} />
        Verify a receipt that you were given
      </summary>
      <div class="stack">
        <label class="small muted">
          Its file
          <input
            class="receipt-file"
            type="file"
            accept=".json,application/json,text/plain"
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
          />
        </label>
        <textarea
          class="input receipt-text"
          rows={5}
          value={text}
          spellcheck={false}
          aria-label="The text of the receipt"
          placeholder="… or paste its text here"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Verifying label="Verify this one" text={text} ports={ports} />
      </div>
    </details>
  )
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

function Facts({ receipt }: { readonly receipt: Receipt }) {
  const { dataset, result, rows, time } = receipt
  const facts = [
    ['Computed', moment.format(new Date(time))],
    ['From', `${dataset.name}, version ${dataset.version}`],
    ['Of', rows === 'all' ? 'all rows' : 'the rows that you may see'],
    ['Result', `${result.rows} ${result.rows === 1 ? 'row' : 'rows'}: ${result.columns.join(', ')}`],
  ]
  return (
    <dl class="receipt-facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What only those need who check it themselves. */
function Details({ receipt, text }: { readonly receipt: Receipt; readonly text: string }) {
  return (
    <details class="receipt-more">
      <summary>
        <Icon icon={ChevronDown} size={15} />
        The SQL, the hashes and the signature
      </summary>
      <div class="stack">
        {receipt.sql.length > 0 && (
          <pre tabIndex={0} aria-label="SQL that gives the same result">
            {receipt.sql.join(';\n\n')}
          </pre>
        )}
        <pre tabIndex={0} aria-label="The whole receipt">
          {text}
        </pre>
        <p class="small muted">
          Signed with Ed25519 over the JSON without its signature, keys in order. The public key is at{' '}
          <a href="/api/v1/receipts/key">/api/v1/receipts/key</a>.
        </p>
      </div>
    </details>
  )
}

function Signed({ receipt, shown, ports }: Pick<Props, 'shown' | 'ports'> & { readonly receipt: Receipt }) {
  const text = writeReceipt(receipt)
  const [isShown, setShown] = useState<boolean | null>(null)
  useEffect(() => {
    if (shown) void ports.isOf(receipt, shown).then(setShown)
  }, [receipt, shown])
  return (
    <>
      <p class="receipt-answer">{receipt.answer}</p>
      <Facts receipt={receipt} />
      {isShown !== null && (
        <ul class="receipt-findings">
          <FindingRow
            isSame={isShown}
            text={
              isShown
                ? 'These are the figures that you saw, signed by the server.'
                : 'The server came to other figures than this page shows. Ask again to see them.'
            }
          />
        </ul>
      )}
      <Verifying label="Verify" text={text} ports={ports}>
        <CopyButton text={text} />
        <Button size="small" icon={Download} onClick={() => ports.save(`Receipt ${receipt.title}`, text)}>
          Download
        </Button>
      </Verifying>
      <Details receipt={receipt} text={text} />
    </>
  )
}

/** The receipt of a figure: what was computed of what, when, and whether it still holds. */
export function ReceiptDialog({ query, shown, ports, onClose }: Props) {
  const [signed, setSigned] = useState<Outcome<Receipt> | null>(null)
  useEffect(() => {
    void ports.sign(query).then(setSigned)
  }, [])
  return (
    <Dialog title="Receipt" onClose={onClose} wide>
      <div class="receipt">
        <p class="small muted">
          A receipt lets you, or anybody you send it to, check later that a figure was not made up or changed.
        </p>
        {signed === null && (
          <div class="stack" role="status" aria-label="Signing the receipt">
            <Skeleton width="80%" height={24} />
            <Skeleton height={96} />
          </div>
        )}
        {signed?.ok === false && <FailureNotice problem={signed.error} />}
        {signed?.ok && <Signed receipt={signed.value} shown={shown} ports={ports} />}
        <Another ports={ports} />
      </div>
    </Dialog>
  )
}
