/** What a story's form says of its picture, done: taken out, uploaded, chosen, fetched, or as it was. */
import {
  addPicture,
  fetchPictureFile,
  libraryAddress,
  libraryIdOf,
  readPicture,
  type UploadedFile,
} from '../../../media/index.ts'
import type { Call, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import type { StoryForm } from './story-form.ts'

/**
 * The form with the picture that it is to have. Where that can't be had, the form as it
 * was with a sentence: a picture that was taken before that stays chosen, so that nothing is sent twice.
 */
export async function takePicture(
  web: Web,
  c: Call,
  fields: Form,
  form: StoryForm,
  before: string,
): Promise<{ form: StoryForm; problem?: string }> {
  if (fields.get('pictureRemove') === '1') return { form: without(form) }
  const file = fields.file('pictureFile')
  if (file) return upload(web, c, form, file)
  const chosen = fields.get('pictureChosen')
  if (libraryIdOf(chosen)) return { form: await withLibrary(web, form, chosen) }
  const address = form.pictureSrc.trim()
  // What stands elsewhere since before there was a library stays there until somebody asks for it.
  if (address === '' || address === before || libraryIdOf(address) || !/^https?:/i.test(address)) return { form }
  const fetched = await fetchPictureFile(address)
  return 'problem' in fetched ? { form, problem: fetched.problem } : upload(web, c, form, fetched)
}

async function upload(
  web: Web,
  c: Call,
  form: StoryForm,
  file: UploadedFile,
): Promise<{ form: StoryForm; problem?: string }> {
  const done = await addPicture(web.store, web.pictureFiles, { upload: file, by: c.get('person').id }, web.now())
  if ('problem' in done) return { form, problem: done.problem }
  return { form: await withLibrary(web, form, libraryAddress(done.picture.id)) }
}

/** A caption that the file brought stands where none was typed. */
async function withLibrary(web: Web, form: StoryForm, address: string): Promise<StoryForm> {
  const picture = await readPicture(web.store.db, libraryIdOf(address) ?? '')
  const pictureCaption = form.pictureCaption.trim() === '' ? (picture?.caption ?? '') : form.pictureCaption
  return { ...form, pictureSrc: address, pictureCaption, pictureCredit: '', pictureRights: '' }
}

const without = (form: StoryForm): StoryForm => ({
  ...form,
  ...{ pictureSrc: '', pictureAlt: '', pictureCaption: '', pictureCredit: '', pictureRights: '' },
  pictureDecorative: false,
})
