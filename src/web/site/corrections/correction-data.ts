/** Corrections for search engines and aggregators (schema.org, CorrectionComment). */
import { instant } from '../kit/format.ts'
import type { StoryCorrections } from '../kit/props.ts'

/** `url` is the story's. */
export function correctionData(url: string, { notices, version }: StoryCorrections) {
  const told = notices.filter(({ kind }) => kind !== 'update')
  if (told.length === 0) return {}
  return {
    correction: told.map(({ id, cause, at }) => ({
      '@type': 'CorrectionComment',
      text: cause,
      datePublished: instant(at),
      url: `${url}#correction-${id}`,
    })),
    ...(isRetracted({ notices, version }) ? { creativeWorkStatus: 'Retracted' } : {}),
  }
}

/** Whether what readers see now is a retraction. */
export const isRetracted = ({ notices, version }: StoryCorrections): boolean =>
  notices[0]?.kind === 'retraction' && notices[0].version === version
