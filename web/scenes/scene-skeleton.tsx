type Props = { readonly kind?: 'chart' | 'number' | 'table' }

/** The shape of what is to come, while it is fetched. Says nothing to a screen reader: the page around it does. */
export function SceneSkeleton({ kind = 'chart' }: Props) {
  if (kind === 'number')
    return (
      <div class="scene-skeleton scene-skeleton-number" aria-hidden="true">
        <i />
      </div>
    )
  const parts = kind === 'table' ? 6 : 9
  return (
    <div class={`scene-skeleton scene-skeleton-${kind}`} aria-hidden="true">
      {Array.from({ length: parts }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  )
}
