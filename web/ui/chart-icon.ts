import type { IconNode } from 'lucide'

/** The icon of a chart type, whose path stands in its module. */
export const iconOf = ({ icon }: { readonly icon: string }): IconNode => [['path', { d: icon }]]
