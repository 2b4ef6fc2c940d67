type Size = number | string

const css = (size: Size): string => (typeof size === 'number' ? `${size}px` : size)

/** A placeholder of a given size (pixels or CSS) while content loads. */
export function Skeleton({ width = '100%', height = 14 }: { readonly width?: Size; readonly height?: Size }) {
  return <span class="skeleton" style={{ width: css(width), height: css(height) }} aria-hidden="true" />
}
