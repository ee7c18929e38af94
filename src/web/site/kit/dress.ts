/** The paper's look as its pages have it: addresses of its own stylesheets, its logo, its icons. */
import { firstFiles, iconVersion, type Look, logoOf, logoStyle, ownStyle, SURFACES } from '../../../look/index.ts'
import type { Assets } from '../../kit/assets.ts'

/** A picture with its size in pixels. */
export interface LogoView {
  address: string
  width: number
  height: number
}

export interface Dress {
  /** Paths of the stylesheets, with a hash of what is in them. */
  stylesheet: string
  newsroomStylesheet: string
  /** Path of the script of what stands in frames on other sites. */
  frameScript: string
  /** Paths of the faces that a first page in Latin letters takes. */
  fonts: readonly string[]
  logo: LogoView | null
  /** In its place on the dark page. */
  logoDark: LogoView | null
  /** Differs wherever the icon does. */
  iconVersion: string
  /** The colours of the page. */
  paper: { light: string; dark: string }
}

export function dressOf(assets: Assets, look: Look, name: string): Dress {
  const lines = ownStyle(look, assets.path) + logoStyle(look)
  return {
    stylesheet: assets.withLines('site.css', lines),
    newsroomStylesheet: assets.withLines('newsroom.css', lines),
    frameScript: assets.path('embed-frame.js'),
    fonts: firstFiles(look.type).map(assets.path),
    logo: logoOf(look.logo),
    logoDark: logoOf(look.logoDark),
    iconVersion: iconVersion({ ...look, name }),
    paper: { light: SURFACES.light.paper, dark: SURFACES.dark.paper },
  }
}
