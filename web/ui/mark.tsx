/** Edgewise's logo: three bars cut by one edge. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7.5" fill="var(--accent)" />
      <path d="M7 19.6 11.6 17v9H7zM13.7 15.8l4.6-2.6V26h-4.6zM20.4 12l4.6-2.6V26h-4.6z" fill="var(--accent-ink)" />
      <path
        d="M6.2 14.6 25.8 3.5"
        stroke="var(--accent-ink)"
        stroke-opacity=".55"
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </svg>
  )
}
