import { Button } from '../parts/Button.tsx'
import { PrivacyLink } from '../parts/Receipt.tsx'
import { Bar } from '../writing/Bar.tsx'

/** Nothing has come in yet, and nothing has to be done: one may read, or stop. What it waits for stands above it. */
export const InLine = ({ leave, onLeave }: { leave: string; onLeave: () => void }) => (
  <>
    <p className="join-privacy">
      <PrivacyLink beside />
    </p>
    <Bar>
      <div className="thumb">
        <Button onPress={onLeave}>{leave}</Button>
      </div>
    </Bar>
  </>
)
