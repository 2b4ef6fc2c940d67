/** Holds the place of something on its way, in its size. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  readonly width?: number | string
  readonly height?: number | string
}) {
  return <span class="skeleton" style={{ width, height }} aria-hidden="true" />
}
