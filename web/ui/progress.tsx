/** A progress bar; `value` is 0 to 1. */
export function Progress({ value, label }: { readonly value: number; readonly label: string }) {
  const share = Math.max(0, Math.min(1, value))
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <div class="progress-bar" style={{ transform: `scaleX(${share})` }} />
    </div>
  )
}
