/** The fields of a line of the plan, to add one and to change one. */
import { planningMessages as m } from '../../../messages/index.ts'
import { LONGEST_PLAN, SLOTS, type TypedPlan } from '../../../planning/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import type { PlanChoices } from './shown-plans.ts'

interface FieldsProps {
  typed: TypedPlan
  choices: PlanChoices
  /** The story says what it is about. */
  hasStory?: boolean
}

export const PlanFields = ({ typed, choices, hasStory = false }: FieldsProps) => (
  <>
    <div>
      <label for="plan-headline">
        {m.headline} {hasStory ? <span class="hint">{m.headlineOfStory}</span> : null}
      </label>
      <input
        id="plan-headline"
        name="headline"
        value={escapedText(typed.headline)}
        dir="auto"
        required
        maxlength={LONGEST_PLAN}
        autocomplete="off"
      />
    </div>
    <div class="plan-fields">
      <div>
        <label for="plan-day">
          {m.day} <span class="hint">{m.dayHint}</span>
        </label>
        <input id="plan-day" name="day" type="date" value={typed.day} />
      </div>
      <div>
        <label for="plan-slot">{m.slot}</label>
        <select id="plan-slot" name="slot">
          <option value="">{m.anySlot}</option>
          {SLOTS.map((slot) => (
            <option value={slot} selected={slot === typed.slot}>
              {m.slots[slot]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="plan-deadline">{m.deadline}</label>
        <input id="plan-deadline" name="deadline" type="time" value={typed.deadline} />
      </div>
      <div>
        <label for="plan-words">{m.words}</label>
        <input id="plan-words" name="words" inputmode="numeric" value={escapedText(typed.words)} autocomplete="off" />
      </div>
      <div>
        <label for="plan-section">{m.section}</label>
        <select id="plan-section" name="section">
          <option value="">{m.noSection}</option>
          {[...new Set([...choices.sections, typed.section])]
            .filter((name) => name !== '')
            .map((name) => (
              <option value={name} selected={name === typed.section}>
                {choices.sections.includes(name) ? name : m.noSuchSection(name)}
              </option>
            ))}
        </select>
      </div>
      <People name="writer" label={m.writer} people={choices.writers} chosen={typed.writer} />
      <People name="photographer" label={m.photographer} people={choices.photographers} chosen={typed.photographer} />
      <div>
        <label for="plan-photographer-name">{m.photographerName}</label>
        <input
          id="plan-photographer-name"
          name="photographerName"
          value={escapedText(typed.photographerName)}
          maxlength={LONGEST_PLAN}
          dir="auto"
          autocomplete="off"
        />
      </div>
    </div>
  </>
)

const People = ({
  name,
  label,
  people,
  chosen,
}: {
  name: 'writer' | 'photographer'
  label: string
  people: PlanChoices['writers']
  chosen: string
}) => (
  <div>
    <label for={`plan-${name}`}>{label}</label>
    <select id={`plan-${name}`} name={name}>
      <option value="">{m.nobody}</option>
      {people.map((person) => (
        <option value={person.id} selected={person.id === chosen}>
          {person.name}
        </option>
      ))}
    </select>
  </div>
)
