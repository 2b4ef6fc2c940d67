const megabyte = 1024 * 1024

/** Columns are kept up to this much memory; those used longest ago are read again when they are next asked for. */
export const mostHeld = 768 * megabyte
