export { pictureMessages } from './en/desk/pictures.ts'
export { libraryMessages } from './en/newsroom/pictures.tsx'
export { workMessages } from './en/newsroom/work.tsx'
export { captionMessages } from './en/site/pictures.ts'
