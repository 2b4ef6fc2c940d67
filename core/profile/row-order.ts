/** How values run from row to row: `increasing` is strict, `ascending` lets equal ones follow each other. */
export type Order = 'increasing' | 'ascending' | 'decreasing' | 'descending' | 'constant' | 'none'
