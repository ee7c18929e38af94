/** What is wrong with a file that should be a picture, and what the log says of pictures. */
import { listed, number } from '../../count.ts'

export const pictureMessages = {
  tooLarge: (megabytes: number) =>
    `This picture is larger than ${number(megabytes)} MB. Save it smaller, or as JPEG, and upload that.`,
  tooMuchAtOnce: 'This one was too much together with the others. Upload it by itself.',
  tooManyPixels: (megapixels: number) =>
    `This picture has more than ${number(megapixels)} megapixels. Save a smaller copy and upload that.`,
  cutOff: 'This picture is incomplete: the file ends too early or is damaged. Copy it again and upload that.',
  noPicture: 'This file is not a picture that can be used. Upload a JPEG, PNG, WebP, AVIF or GIF.',
  formats: {
    heic: 'This is an HEIC photo, which most browsers can’t show. Upload it from the phone itself, which sends a JPEG; or on an iPhone choose Settings, Camera, Formats, “Most Compatible”.',
    svg: 'This is an SVG drawing, which can carry program code. Export it as PNG and upload that.',
    tiff: 'This is a TIFF file, which browsers can’t show. Save it as JPEG and upload that.',
    pdf: 'This is a PDF, not a picture. Save the page as JPEG or PNG and upload that.',
    'raw or other': 'This file is not a picture that can be used. Upload a JPEG, PNG, WebP, AVIF or GIF.',
  },
  fetch: {
    'not an address': 'Give the picture’s whole address, beginning with https://.',
    'not public': 'That address is not on the public internet, so the picture was not fetched.',
    'not found': 'There is no picture at that address.',
    'no answer': 'That address does not answer. Try again later, or save the picture and upload it.',
  },
  empty: 'The file is empty. Choose another one.',
  /** By what is the matter with the place where pictures lie. */
  notKept: {
    full: 'There is no room left for pictures, so this one was not saved. Ask whoever looks after the site to make room.',
    down: 'The storage for pictures does not answer, so this one was not saved. Try again in a few minutes.',
    refused:
      'The storage for pictures does not let the site write, so this one was not saved. Tell whoever looks after the site.',
  },
  tooLong: 'This picture takes too long to open, so it was not saved. Save a smaller copy and upload that.',
  gone: 'This picture is no longer in the library.',
  inUse: (places: readonly string[]) =>
    `This picture is used in ${listed(places)}. Take it out of there first, or replace it.`,

  logAdded: (name: string) => `Uploaded a picture: ${name}`,
  logChanged: (name: string) => `Changed the details of a picture: ${name}`,
  logReplaced: (name: string, by: string) => `Replaced a picture: ${name} by ${by}`,
  logCredited: (before: string, after: string) => `Changed a picture credit everywhere: ${before} to ${after}`,
  logDeleted: (name: string) => `Deleted a picture: ${name}`,
}
