/** Arrow keys belong to the chart: this role makes screen readers pass them on. */
export const chartRole = (label: string, canZoom = false) =>
  ({
    role: 'application',
    'aria-roledescription': 'chart',
    'aria-label': `${label}${label.endsWith('.') ? '' : '.'} Arrow keys read the values${canZoom ? ', + and − zoom, 0 shows all, Shift with an arrow marks a range' : ''}.`,
    tabIndex: 0,
  }) as const
