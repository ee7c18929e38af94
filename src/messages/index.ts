export { pictureMessages } from './en/desk/pictures.ts'
export { workMessages } from './en/newsroom/work.tsx'
