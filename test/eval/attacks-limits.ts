import { type Soak, soakInWorkerd } from './soak-in-workerd.ts'

/** Tries to pass every quota and limit by being quick, and by being somebody new. True when none was passed. */
export const attackLimits = (soak: Soak): Promise<boolean> => soakInWorkerd('test/worker/attack-limits.test.ts', soak)
