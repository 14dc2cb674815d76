import type { ReactNode } from 'react'

/** `alarm` is said at once by a screen reader, the others when it is quiet. */
export const Notice = ({ tone = 'plain', children }: { tone?: 'plain' | 'alarm' | 'saved' | 'quiet'; children: ReactNode }) => (
  <div className={`notice notice-${tone}`} role={tone === 'alarm' ? 'alert' : 'status'}>
    {children}
  </div>
)
