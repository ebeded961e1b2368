/** Why a stretch of text is not the article: the closed list of `why` in `article.removed`. */
export const WHYS = [
  'navigation',
  'headline-list',
  'read-also',
  'share',
  'caption',
  'advert',
  'notice',
  'comments',
  'author-box',
  'paywall',
  'signup',
  'copyright',
  'byline',
  'title',
  'table',
  'other',
] as const
export type Why = (typeof WHYS)[number]

// What lines that stand around articles say, in English. A cue is a sign for the classifier and the reason that is told when a line goes; alone it removes
// nothing. Patterns are tried on at most 200 characters, in this order; each is anchored or made of plain words.
export const CUES: readonly (readonly [why: Why, pattern: RegExp])[] = [
  [
    'read-also',
    /^\W{0,4}(?:(?:read|see|watch|listen)(?: also| more| next| this| it)\b|also (?:read|see|on|in)\b|(?:read|see|watch|explore|find out|learn|view|show|load) (?:more|all)\b|(?:continue|keep) reading|click here|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics?|links?|coverage|reading))?\s?:|further reading|don.t miss|up next|next up|in case you missed)/i,
  ],
  [
    'headline-list',
    /^\W{0,4}(?:(?:trending|top|popular|latest|more|other|related|recent|recommended|similar|most (?:read|popular|viewed|shared|commented)|featured|editor.?s.? (?:picks?|choice)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|more (?:from|on|in|like)|what to read|hot topics)(?: (?:stor(?:y|ies)|news|articles?|posts?|headlines|reads?|topics|content|coverage|videos?|this|now|today|for you|from|on|in|picks)\b.{0,40})?\W{0,3}$|recommended for you|around the web|from (?:around )?the web|sponsored (?:stories|content)|from our partners|more stories)/i,
  ],
  [
    'share',
    /^\W{0,4}(?:share(?: this| on| via| article| story|$| to\b)|(?:tweet|pin it|print|e-?mail|facebook|twitter|whatsapp|linkedin|telegram|reddit|copy(?: the)? link|messenger|flipboard|pinterest|instagram|youtube|save|like|listen|follow us|download)\W{0,3}$|follow (?:us|@|.{1,40} on (?:facebook|twitter|x|instagram|telegram|google))|\d+ shares?\b|join us on|like us on|(?:facebook|twitter|whatsapp|email|linkedin|print|pinterest|reddit|copy link)(?:\W{1,3}(?:facebook|twitter|x|whatsapp|e-?mail|linkedin|print|pinterest|reddit|telegram|copy link|instagram))+\W{0,3}$)/i,
  ],
  [
    'caption',
    /^\W{0,4}(?:photo(?:graph)?s?\b.{0,3}(?:by|credit|:|courtesy)|image (?:credit|source|caption|copyright|:)|(?:file )?(?:photo|image|picture|pic|video|illustration|credit|source|caption)s?\s?[:/]|getty images|(?:ap|afp|reuters|epa) photo|\(?(?:photo|image|picture)\b.{0,60}\)$|watch:|video:|enlarge|(?:an )?advert(?:isement)? image)|(?:\/|via |©\s?)(?:getty images|reuters|afp|ap photo|epa|shutterstock|alamy|anadolu)\)?$/i,
  ],
  [
    'advert',
    /^\W{0,4}(?:advert(?:isement|ising|orial)?\b.{0,30}$|ad$|ads by|sponsored|promoted|scroll (?:down )?to continue|story continues below|article continues (?:below|after)|this (?:post|article) (?:may )?contains? affiliate|buy now|shop now|order now|promo code)/i,
  ],
  [
    'notice',
    /\b(?:(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|and conditions|& conditions)|enable javascript|javascript (?:is|must|to be)|your browser|ad ?blocker|manage (?:consent|preferences)|do not sell my|browser does not support|accessibility statement)\b/i,
  ],
  [
    'paywall',
    /\b(?:already (?:a subscriber|have an account)|subscribe (?:to|now) (?:to )?(?:continue|read|unlock)|to continue reading|free articles? (?:left|remaining)|this (?:article|content|story) is (?:for|only|available|reserved).{0,20}(?:subscribers|members)|unlock this|become a (?:member|subscriber))\b/i,
  ],
  [
    'signup',
    /^\W{0,4}(?:sign (?:up|in|out)|log (?:in|out)|subscribe|register\b.{0,20}$|newsletter|get (?:the|our|your) (?:latest|daily|free|weekly|newsletter)|join (?:our|the) (?:newsletter|mailing|community)|create (?:an )?account|enter your e-?mail|your e-?mail|support (?:us|our journalism|independent)|donate\b)|\b(?:sign up (?:for|to) (?:our|the|get|receive)|to our (?:\w+ )?newsletter|straight to your inbox|(?:in|to) your inbox|delivered to your)\b/i,
  ],
  [
    'comments',
    /^\W{0,4}(?:\d{1,6} (?:comments?|repl(?:y|ies)|responses?)\b.{0,12}$|(?:leave|post|add|write|submit|view|show|load|join)(?: a| the| all| more| your)? (?:comments?|reply|conversation|discussion)|comments?\W{0,3}(?:\(\d{1,6}\))?$|no comments|reply\W{0,2}$|your (?:e-?mail )?address will not|comments (?:are|have been) (?:closed|disabled))/i,
  ],
  [
    'copyright',
    /(?:^\W{0,3}(?:©|\(c\)|copyright\b)|all rights reserved|may not be (?:published|reproduced|republished)|powered by wordpress)/i,
  ],
  [
    'author-box',
    /^(?:\W{0,4}about (?:the )?(?:author|writer)s?\b|.{2,40} is an? (?:\w+[ -]){0,4}(?:journalist|reporter|correspondent|editor|writer|columnist|freelancer?|contributor|blogger|author)\b|(?:editing|reporting|additional reporting|compiled|edited|written) by\b|contact the (?:author|reporter))/i,
  ],
  [
    'byline',
    /^\W{0,4}(?:by:? (?:[A-Z][\w.'’-]+\W{1,3}){1,4}.{0,30}$|(?:written|posted|published|updated|last (?:updated|modified|reviewed)|medically reviewed|reviewed|modified|first published)\b.{0,60}$|\d{1,3} min(?:ute)?s? read|(?:reading|read) time|author:)/i,
  ],
  [
    'navigation',
    /^\W{0,4}(?:home|menu|search|skip to .{0,30}|back(?: to .{0,20})?|next(?: (?:post|article|page|story))?|prev(?:ious)?(?: (?:post|article|page|story))?|top|close|open|more|about(?: us)?|contact(?: us)?|faqs?|careers?|help|login|site ?map|table of contents|contents|jump to .{0,20}|toggle .{0,20}|all categories|categories|tags?:?.{0,80}|filed under.{0,60}|topics?:.{0,60}|sections?|news|world|politics|business|opinion|sports?|culture|lifestyle|technology|video|photos?|live|english|(?:[^›»>/|.]{1,30} [›»>/|] ){1,6}[^›»>.]{0,40})\W{0,3}$/i,
  ],
]

/** The index into `CUES` of the first cue of a line, or -1. */
export function cueOf(line: string): number {
  const head = line.length > 200 ? line.slice(0, 200) : line
  for (let i = 0; i < CUES.length; i++) if (CUES[i]![1].test(head)) return line.length > 400 ? -1 : i
  return -1
}
