import { createLocalEngine } from '../engine/local-engine.ts'

/** This page's engine, in its web worker. */
export const engine = createLocalEngine()
