import { Intake } from '../intake/Intake.tsx'
import { Flap } from './Flap.tsx'

/** Nothing of an intake is for the room, so the whole sheet stands behind a flap. */
export const IntakeSheet = () => (
  <Flap>
    <Intake role="coach" />
  </Flap>
)
