/** Group ids in the order in which a window runs over them. */
export type Course = Int32Array
