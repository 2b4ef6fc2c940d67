/** Pixels of the largest bitmap; its memory is four bytes for each. */
const mostPixels = 8_000_000

/** Device pixels for each pixel of a picture: two, or as many as keep the bitmap within its limit. */
export const pngZoom = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(2, Math.sqrt(mostPixels / (width * height)))
