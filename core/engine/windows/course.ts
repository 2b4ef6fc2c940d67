/** Groups in the order in which a window runs along them. */
export type Course = Int32Array
