/** Characters of a new password. Length makes it strong; the upper bound limits the time of hashing. */
export const passwordLength = { least: 10, most: 200 }
