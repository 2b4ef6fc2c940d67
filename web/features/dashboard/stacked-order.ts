export type Point = { readonly x: number; readonly y: number }

/** Where a tile stands in the grid, in pixels from the grid's corner. */
export type Box = {
  readonly top: number
  readonly bottom: number
  /** The middle between left and right. */
  readonly centre: number
  /** Whether no tile stands beside it. */
  readonly isAlone: boolean
}

/** The boxes of all tiles of a grid but the held one. */
export function boxesIn(grid: HTMLElement, held: string): Box[] {
  const { left, top, width } = grid.getBoundingClientRect()
  return [...grid.querySelectorAll('.tile')]
    .filter(({ id }) => id !== held)
    .map((tile) => {
      const box = tile.getBoundingClientRect()
      return {
        top: box.top - top,
        bottom: box.bottom - top,
        centre: (box.left + box.right) / 2 - left,
        isAlone: box.width > width / 2,
      }
    })
}

/** A wide tile is passed at its middle height; one that shares its row, in that row, at its centre. */
function isPast({ x, y }: Point, { top, bottom, centre, isAlone }: Box): boolean {
  if (isAlone) return y > (top + bottom) / 2
  return y > bottom || (y >= top && x > centre)
}

/**
 * How many of the other tiles the pointer is past. Their boxes are those of before the drag: where tiles moved aside were
 * asked instead, a resting pointer could pass and unpass the same one with every frame that the page scrolls.
 */
export const indexAt = (pointer: Point, boxes: readonly Box[]): number =>
  boxes.filter((box) => isPast(pointer, box)).length
