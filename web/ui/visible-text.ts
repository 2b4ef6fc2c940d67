/** Marks leading and trailing spaces of a text visibly. */
export const visibleText = (text: string): string =>
  text.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(Math.min(3, spaces.length)))
