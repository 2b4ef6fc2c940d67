/** A cell without a value, wherever people see it. */
export const emptyText = '(empty)'
