import { Button } from '../button.tsx'

/** Applies the edited filter. */
export function Done({ isReady, text }: { readonly isReady: boolean; readonly text: string }) {
  return (
    <div class="dialog-actions">
      <Button type="submit" kind="primary" disabled={!isReady}>
        {text}
      </Button>
    </div>
  )
}
