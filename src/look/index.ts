export { accentOf, SURFACES } from './accent.ts'
export { type Hex, readColour } from './colour.ts'
export { FACES, licenceOf } from './faces.ts'
export { isLogoName, logoOf, readLookFile } from './files.ts'
export { ICON_FILES, iconVersion, readIcon } from './icons.ts'
export {
  changeLook,
  checkLook,
  defaultLook,
  LOOK_PICTURES,
  type Look,
  type LookPicture,
  readLook,
} from './look.ts'
export { firstFiles, logoStyle, ownStyle, previewStyle } from './style.ts'
export { facesOf, TYPE_PAIRS, type TypePairName } from './type-pairs.ts'
export { replaceLookPicture } from './upload.ts'
export type { IconFile } from './worker/draw.ts'
