import { Component, type ReactNode } from 'react'
import { inWords, language } from '../session/language.ts'
import { beginning } from '../words/begin.ts'

/** A fault in a page becomes a sentence, never a white page. What was typed stands in the device's own store. */
export class Failed extends Component<{ children: ReactNode }, { failed: boolean }> {
  constructor(props: { children: ReactNode }) {
    super(props)
    this.state = { failed: false }
  }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    const w = inWords(beginning, language())
    return (
      <main className="first">
        <h1>{w.failed.heading}</h1>
        <p>{w.failed.kept}</p>
        <p>
          <button type="button" className="button button-main" onClick={() => location.reload()}>
            {w.failed.again}
          </button>
        </p>
      </main>
    )
  }
}
