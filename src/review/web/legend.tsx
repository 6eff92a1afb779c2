const ENTITIES = ['person', 'organization', 'place', 'product', 'event', 'group'] as const

/** What the lines below words mean: each has a shape of its own, so that nothing hangs on colour alone. */
export function Legend() {
  return (
    <ul class="legend" aria-label="Legend">
      {[...ENTITIES, 'value'].map((type) => (
        <li key={type}>
          <span class={`m ${type} name l0`}>{type}</span>
        </li>
      ))}
      <li>
        <span class="lit">evidence</span>
      </li>
      <li>
        <span class="arg">argument</span>
      </li>
    </ul>
  )
}
