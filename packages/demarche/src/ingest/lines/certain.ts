import type { Why } from './cues.js'

// Lines that no article has: they go from any text, however short, whatever a classifier says. Each pattern covers the whole line or a mark that only
// references to other articles have.

const NETWORK = '(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|messenger|flipboard|instagram)'
const CERTAIN: readonly (readonly [why: Why, pattern: RegExp])[] = [
  [
    'read-also',
    /^[\s>»•*-]{0,4}(?:(?:read|see|watch) (?:also|more|next)|also (?:read|see|watch)|related (?:stor(?:y|ies)|articles?|news|videos?|coverage|reading|posts?)|related|more on this(?: story)?|up next|in case you missed it|don[’']t miss)\s?[:|»>–—]/i,
  ],
  ['read-also', /^(?:READ|SEE|WATCH) (?:ALSO|MORE|NEXT)\b|^(?:ALSO READ|RELATED(?: STORY| ARTICLE| VIDEO)?)\b[\s:]+\S/],
  [
    'advert',
    /^\W{0,4}(?:advertise?ment|advertising|advertorial|sponsored(?: content| post)?|paid content|ad feedback|skip ad|(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video|gallery))?|advertise?ment\W{1,3}(?:scroll|story|article|continue).{0,40}|scroll (?:down )?to continue.{0,30})\W{0,3}$/i,
  ],
  [
    'share',
    new RegExp(
      `^\\W{0,4}(?:share(?: this)?(?: article| story| post| page)?|share (?:on|via|to|with) ${NETWORK}|tweet(?: this)?|copy(?: the)? link|link copied!?|click to share on ${NETWORK}.{0,30}|follow us on ${NETWORK}|${NETWORK}(?:[\\s,|/·]{1,3}${NETWORK}){1,6})\\W{0,3}$`,
      'i',
    ),
  ],
  [
    'signup',
    /^\W{0,4}(?:sign up (?:for|to) (?:our|the) (?:[\w-]+ ){0,3}newsletters?|subscribe to (?:our|the) (?:[\w-]+ ){0,3}(?:newsletters?|channel)|enter your e-?mail(?: address)?|your e-?mail address|join our (?:[\w-]+ ){0,2}(?:channel|newsletter))\W{0,3}$/i,
  ],
  ['notice', /^\W{0,4}(?:this (?:web)?site uses cookies|we use cookies|accept (?:all )?cookies|cookie (?:settings|policy)\W{0,3}$)/i],
]

/** The reason why a line goes that can be nothing else; `undefined` for all others. */
export function certainWhy(line: string): Why | undefined {
  if (line.length > 250) return undefined
  return CERTAIN.find(([, pattern]) => pattern.test(line))?.[0]
}
