/** What a scene leaves out, in a sentence under it; nothing where it shows all. */
export function SceneNote({ note }: { readonly note: string | null | undefined }) {
  return note ? <figcaption class="scene-note">{note}</figcaption> : null
}
