import { z } from 'zod'

export const groupName = z.string().trim().min(1, 'A group needs a name').max(80)
