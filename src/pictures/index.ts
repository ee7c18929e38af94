export { checkPicture, isPictureAddress, type PictureWords } from './check-picture.ts'
