export { checkPicture, isPictureAddress } from './check-picture.ts'
