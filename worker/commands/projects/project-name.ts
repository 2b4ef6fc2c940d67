import { z } from 'zod'

export const projectName = z.string().trim().min(1, 'A project needs a name').max(120)
