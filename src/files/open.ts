import { diskFiles } from './disk.ts'
import type { FileStore } from './face.ts'
import type { Bucket } from './s3/ask.ts'
import { s3Files } from './s3/s3.ts'

/** Where uploaded files lie: in a bucket, or in the data folder where there is none. */
export const openFiles = (dataFolder: string, bucket: Bucket | null): FileStore =>
  bucket ? s3Files(bucket) : diskFiles(dataFolder)
