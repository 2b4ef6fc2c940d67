import { z } from 'zod'

/**
 * The id a new thing shall have, where its maker knows it before the service does: a browser that shows a file while it
 * is still on its way. Of the same letters, and as long, as those we make.
 */
export const chosenId = z.string().regex(/^[a-km-z2-9]{20}$/, 'An id is 20 letters and digits')
