/** The grid is 12 columns wide on a desk; rows are 1 unit high. Narrow screens stack the tiles in reading order. */
export const gridColumns = 12
