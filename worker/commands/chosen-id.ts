import { z } from 'zod'

/**
 * An id chosen by the client, which shows a file while it is still uploading. Same alphabet and length as generated
 * ids.
 */
export const chosenId = z.string().regex(/^[a-km-z2-9]{20}$/, 'An id is 20 letters and digits')
