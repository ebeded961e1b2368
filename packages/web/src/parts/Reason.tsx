import type { ComponentChildren, JSX } from 'preact'
import type { Reasons } from '../api.js'
import { Link } from '../route.js'
import { text } from '../text.js'

type Told = Reasons['reasons'][number]

/** Rules that nearly took the words; more say little. */
const NEAR = 4

const Rule = ({ name }: { readonly name: string }): JSX.Element => <Link to={`/codebook?rule=${encodeURIComponent(name)}`}>{name}</Link>

/** One claim: what was read under each role, which rules lost and why, what would have changed the code. */
export function Reason({ it }: { readonly it: Told }): JSX.Element {
  const { reason } = text
  const { act, rivals, whatIf, variant, frame, belief } = it
  const roles = it.roles.filter(({ role, condition }) => role !== 'content' || condition !== undefined)
  // Of the rules that nearly took the words, those first that wanted something else than what is said.
  const near = [...it.nearly].sort((a, b) => Number(b.said) - Number(a.said)).slice(0, NEAR)
  return (
    <div class="reason">
      {variant && <p class="quiet">{reason.variant(variant.where, variant.line)}</p>}
      {frame !== undefined && <p class="quiet">{reason.frame(frame)}</p>}
      <h4>{reason.read}</h4>
      <dl>
        <Row name={reason.act}>
          <q dir="auto">{act.text}</q>{' '}
          <span class="quiet">
            {[act.form, act.voice]
              .filter((word) => word !== 'none')
              .map((word) => reason.forms[word] ?? word)
              .join(', ')}
            {act.because.length > 0 ? `; ${reason.because(text.status[act.status] ?? act.status, act.because.join(', '))}` : ''}
          </span>
        </Row>
        {roles.map((role) => (
          <Row key={`${role.role} ${role.span.from}`} name={role.role}>
            <q dir="auto">{role.text}</q>{' '}
            <span class="quiet">
              {[reason.how[role.how], role.condition === undefined ? undefined : reason.must(role.condition)].filter(Boolean).join(', ')}
            </span>
          </Row>
        ))}
      </dl>
      <h4>{reason.lost}</h4>
      {rivals.length === 0 ? (
        <p class="quiet">{reason.noRivals}</p>
      ) : (
        <ul class="rivals">
          {rivals.map(({ rule, codes, lost }) => (
            <li key={rule}>
              <Rule name={rule} /> <span class="codes">{codes}</span> <span class="quiet">{lost}</span>
            </li>
          ))}
        </ul>
      )}
      {whatIf.length > 0 && (
        <>
          <h4>{reason.whatIf}</h4>
          <ul>
            {whatIf.map(({ change, codes }) => (
              <li key={change}>
                {change}: <span class="codes">{codes}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {near.length > 0 && (
        <>
          <h4>{reason.nearly}</h4>
          <ul>
            {near.map(({ rule, codes, wanted }) => (
              <li key={rule}>
                <Rule name={rule} /> <span class="codes">{codes}</span> <span class="quiet">{wanted}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {belief !== undefined && <p class="quiet">{reason.belief(belief.toFixed(2))}</p>}
    </div>
  )
}

const Row = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
