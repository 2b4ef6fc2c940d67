/** Arrow keys belong to the chart: this role makes screen readers pass them on. */
export const chartRole = (label: string) =>
  ({
    role: 'application',
    'aria-roledescription': 'chart',
    'aria-label': `${label}${label.endsWith('.') ? '' : '.'} Arrow keys read the values.`,
    tabIndex: 0,
  }) as const
