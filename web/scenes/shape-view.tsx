import type { Shape, TextShape } from '#core/charts/drawing/drawing.ts'
import { colourOf } from './paint.ts'

function TextView({ x, y, text, fill, anchor, size, isBold, turn }: TextShape) {
  return (
    <text
      x={x}
      y={y}
      text-anchor={anchor ?? 'start'}
      transform={turn === undefined ? undefined : `rotate(${turn} ${x} ${y})`}
      style={{ fill: colourOf(fill), ...(size ? { fontSize: `${size}px` } : {}) }}
      font-weight={isBold ? 600 : undefined}
    >
      {text}
    </text>
  )
}

function GroupView({ x, y, clip, shapes }: Extract<Shape, { shape: 'group' }>) {
  const inner = shapes.map((each, at) => <ShapeView key={at} shape={each} />)
  return clip ? (
    <svg x={x} y={y} {...clip}>
      {inner}
    </svg>
  ) : (
    <g transform={`translate(${x} ${y})`}>{inner}</g>
  )
}

/** One shape of a drawing. */
export function ShapeView({ shape }: { readonly shape: Shape }) {
  if (shape.shape === 'text') return <TextView {...shape} />
  if (shape.shape === 'group') return <GroupView {...shape} />
  const { fill, stroke, line, opacity, dash } = shape
  const style = { fill: colourOf(fill), stroke: colourOf(stroke) }
  const painted = {
    style,
    'stroke-width': line ?? 1,
    'stroke-dasharray': dash?.join(' '),
    ...(opacity === undefined ? {} : { 'fill-opacity': opacity }),
  }
  switch (shape.shape) {
    case 'path':
      return <path d={shape.d} {...painted} />
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={Math.max(0, shape.width)}
          height={Math.max(0, shape.height)}
          rx={shape.radius ?? 0}
          {...painted}
        />
      )
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...painted} />
  }
}
