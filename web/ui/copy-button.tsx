import { Check, Copy } from 'lucide'
import { useState } from 'preact/hooks'
import { Button } from './button.tsx'

const thanksFor = 1600

/** Copies a text to the clipboard and confirms it briefly. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), thanksFor)
  }
  return (
    <Button size="small" icon={copied ? Check : Copy} onClick={() => void copy()}>
      {copied ? 'Copied' : 'Copy'}
    </Button>
  )
}
