/** Every address of the site as its router has them; nothing here has to be kept up when one is added. */
import { createRoutes } from '../../src/web/index.ts'

export interface Route {
  method: string
  /** As it was registered: /newsroom/stories/:id */
  pattern: string
  segments: readonly Segment[]
}

/** A fixed part of a path, or a place for what varies with what may stand there. */
type Segment = { fixed: string } | { name: string; shape: string | null }

export const ROUTES: readonly Route[] = unique(
  createRoutes({ store: {} } as never)
    .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => ({ method, pattern: path, segments: path.split('/').slice(1).map(segmentOf) })),
)

function unique(routes: Route[]): Route[] {
  return [...new Map(routes.map((route) => [`${route.method} ${route.pattern}`, route])).values()]
}

function segmentOf(text: string): Segment {
  const [, name, shape] = /^:(\w+)(?:\{(.*)\})?$/.exec(text) ?? []
  return name === undefined ? { fixed: text } : { name, shape: shape ?? null }
}

/** Fixed parts are nearer than places: /rules/new is not /rules/:id. */
const INSPECTED = [...ROUTES]
  .sort((a, b) => places(a) - places(b))
  .map((route) => ({ route, expression: new RegExp(`^/${route.segments.map(expressionOf).join('/')}/?$`) }))

function places({ segments }: Route): number {
  return segments.filter((segment) => 'name' in segment).length
}

function expressionOf(segment: Segment): string {
  return 'fixed' in segment ? segment.fixed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(?:${segment.shape ?? '[^/]+'})`
}

/** The pattern that this address falls under, whatever the method; "elsewhere" where there is none. */
export function patternOf(target: string): string {
  const path = target.split('?')[0] as string
  return INSPECTED.find(({ expression }) => expression.test(path))?.route.pattern ?? 'elsewhere'
}
