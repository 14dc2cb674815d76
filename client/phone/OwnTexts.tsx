/** Texts of one's own, as they were written. */
export const OwnTexts = ({ heading, texts }: { heading: string; texts: readonly string[] }) => (
  <section>
    <h3>{heading}</h3>
    <ul className="plain-list cards">
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list stands still now
        <li key={at} className="card said" translate="no">
          {text}
        </li>
      ))}
    </ul>
  </section>
)
