import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { saveFile } from '../parts/saveFile.ts'
import type { Api, Listed } from './api.ts'
import { useOrganiserWords } from './words.ts'

const formats = ['html', 'md', 'csv', 'json'] as const

export const Outcome = ({ api, plein }: { api: Api; plein: Listed }) => {
  const w = useOrganiserWords()
  const [failed, setFailed] = useState(false)
  return (
    <section>
      <h3>{w.detail.outcome}</h3>
      <div className="row">
        {formats.map((format) => (
          <Button key={format} onPress={async () => setFailed(!(await saveFile(() => api.outcome(plein.id, format), `plein.${format}`)))}>
            {w.detail.download[format]}
          </Button>
        ))}
      </div>
      {failed ? <p role="alert">{w.away}</p> : null}
    </section>
  )
}
