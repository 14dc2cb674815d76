import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { saveFile } from '../parts/saveFile.ts'
import type { Api, Listed } from './api.ts'
import { useOrganiserWords } from './words.ts'

const formats = ['html', 'md', 'csv', 'json'] as const

export const Outcome = ({ api, plein }: { api: Api; plein: Listed }) => {
  const w = useOrganiserWords()
  const [problem, setProblem] = useState<string | null>(null)
  const download = async (format: (typeof formats)[number]) => {
    const saved = await saveFile(() => api.outcome(plein.id, format), `plein.${format}`)
    setProblem(saved.ok ? null : (saved.message ?? w.away))
  }
  return (
    <section>
      <h3>{w.detail.outcome}</h3>
      <div className="row">
        {formats.map((format) => (
          <Button key={format} onPress={() => void download(format)}>
            {w.detail.download[format]}
          </Button>
        ))}
      </div>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </section>
  )
}
