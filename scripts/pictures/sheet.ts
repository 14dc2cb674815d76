/** The contact sheet: all pictures on one page, by room and by moment. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Album } from './camera.ts'

const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const style = `body{font:16px/1.4 system-ui,sans-serif;margin:24px;background:#f2f3f1;color:#14181b}
h2{margin:40px 0 8px}h3{margin:24px 0 8px}.row{display:flex;flex-wrap:wrap;gap:16px;align-items:start}
figure{margin:0}img{height:300px;max-width:540px;object-fit:contain;object-position:top;border:1px solid #aeb4af;background:#fff}
b{color:#9b1c1c}`

export const writeSheet = async ({ folder, taken, missing }: Album): Promise<string> => {
  const groups = [...new Set(taken.map(({ group }) => group))]
  const figure = ({ file, shot, wide }: Album['taken'][number]) =>
    `<figure><a href="${safe(file)}"><img loading="lazy" src="${safe(file)}" alt=""></a><figcaption>${safe(shot)}${wide > 0 ? ` <b>scrolls sideways by ${wide} px</b>` : ''}</figcaption></figure>`
  const body = groups.map((group) => {
    const here = taken.filter((one) => one.group === group)
    const rows = [...new Set(here.map(({ moment }) => moment))].map(
      (moment) =>
        `<h3>${safe(moment)}</h3><div class="row">${here
          .filter((one) => one.moment === moment)
          .map(figure)
          .join('')}</div>`,
    )
    return `<h2>${safe(group)}</h2>${rows.join('')}`
  })
  const failed = missing.map(({ file, why }) => `<li>${safe(file)}: ${safe(why)}</li>`).join('')
  const path = join(folder, 'index.html')
  await writeFile(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of Pleinbord</title><style>${style}</style><h1>${taken.length} pictures</h1>${failed === '' ? '' : `<h2>Not taken</h2><ul>${failed}</ul>`}${body.join('')}</html>`,
  )
  return path
}
