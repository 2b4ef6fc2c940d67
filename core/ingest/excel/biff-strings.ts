import type { Budget, Steps } from '../../budget.ts'
import { characters, stepsOfRecord } from './biff-records.ts'

/** Reads over the seams between a record and those that continue it. */
class Seams {
  readonly #parts: readonly DataView[]
  #part = 0
  #at = 0

  constructor(parts: readonly DataView[]) {
    this.#parts = parts
  }

  get isOver(): boolean {
    while (this.#part < this.#parts.length && this.#room === 0) this.#turn()
    return this.#part >= this.#parts.length
  }

  get #room(): number {
    return (this.#parts[this.#part]?.byteLength ?? 0) - this.#at
  }

  #turn(): void {
    this.#part++
    this.#at = 0
  }

  number(size: 1 | 2 | 4): number {
    if (this.isOver) throw new Error('its table of texts is cut short')
    const view = this.#parts[this.#part]
    if (view === undefined) return 0
    const at = this.#at
    this.#at += size
    return size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, true) : view.getUint32(at, true)
  }

  /** Characters that may go on in the next record, which says anew how wide they are. */
  text(length: number, isWide: boolean): string {
    let [text, wide] = ['', isWide]
    while (text.length < length) {
      if (this.#room === 0) {
        this.#turn()
        wide = (this.number(1) & 1) !== 0
      }
      const view = this.#parts[this.#part]
      if (view === undefined) throw new Error('its table of texts is cut short')
      const size = wide ? 2 : 1
      const count = Math.min(length - text.length, Math.floor(this.#room / size))
      if (count === 0) throw new Error('its table of texts is damaged')
      text += characters(view, this.#at, count, wide)
      this.#at += count * size
    }
    return text
  }

  skip(bytes: number): void {
    let left = bytes
    while (left > 0 && !this.isOver) {
      const step = Math.min(left, this.#room)
      this.#at += step
      left -= step
    }
  }
}

/** The texts that cells share, from their record and those that continue it. */
export function* readSharedTexts(parts: readonly DataView[], budget: Budget): Steps<string[]> {
  if (parts.length === 0) return []
  const seams = new Seams(parts)
  seams.skip(4)
  const count = seams.number(4)
  const texts: string[] = []
  while (texts.length < count && !seams.isOver) {
    const length = seams.number(2)
    const flags = seams.number(1)
    const runs = (flags & 8) === 0 ? 0 : seams.number(2)
    const extra = (flags & 4) === 0 ? 0 : seams.number(4)
    texts.push(seams.text(length, (flags & 1) !== 0))
    seams.skip(runs * 4 + extra)
    budget.work(stepsOfRecord + length)
    yield
  }
  return texts
}
