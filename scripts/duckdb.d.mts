export function makeDuckDb(): void
