/** What the organiser's page does without for its first second: all that a press opens. In one piece: a QR code is the largest part, and most of them draw one. */
export { Detail } from './Detail.tsx'
export { ImportForm } from './ImportForm.tsx'
export { PrintSheets } from './PrintSheets.tsx'
export { Ready } from './Ready.tsx'
