import gz from './containers/gz.ts'
import tar from './containers/tar.ts'
import zip from './containers/zip.ts'

/** Ways of packing files; they may lie in one another. */
export const CONTAINERS = [zip, tar, gz]
