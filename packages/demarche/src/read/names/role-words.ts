/** Before an office: who held it and does no more; and who stands below its holder. */
export const FORMER = new Set(['former', 'ex', 'retired', 'late', 'ousted', 'deposed', 'then', 'onetime', 'disgraced', 'erstwhile'])
export const LESSER = new Set([
  'deputy',
  'vice',
  'assistant',
  'shadow',
  'designate',
  'elect',
  'acting',
  'interim',
  'first',
  'permanent',
  'under',
])
/** Sectors whose bare noun is an actor of politics; of the others a bare noun is one only in the plural. */
export const HARD = new Set(['MIL', 'COP', 'REB', 'UAF', 'GOV', 'LEG', 'OPP', 'REF', 'CRM', 'SPY'])
export const SOFT = new Set(['CVL', 'LAB', 'REL', 'AGR', 'JRN', 'JUD', 'NGO', 'MED'])
/** Words too common to be an actor without a name beside them. */
export const COMMON = new Set([
  'people',
  'women',
  'children',
  'families',
  'nationals',
  'fans',
  'singers',
  'writers',
  'actors',
  'artists',
  'authors',
  'citizens',
  'parents',
  'officers',
  'captain',
  'major',
  'officer',
  'missions',
  'mission',
  'agents',
  'agent',
  'recruits',
  'administration',
  'college',
  'municipality',
  'masses',
  'crowds',
  'passengers',
  'players',
  'musicians',
  'lieutenant',
  'colonel',
  'sergeant',
  'corporal',
  'admiral',
  'pilot',
  'squadron',
  'regiment',
  'battalion',
  'brigade',
  'sailors',
  'gang',
  'academy',
  'company',
  'companies',
  'senate',
  'congress',
  'cavalry',
  'infantry',
  'executive',
  'party',
  'parties',
  'side',
  'sides',
  'men',
  'man',
  'state',
  'states',
  'camp',
  'camps',
  'division',
  'divisions',
  'leadership',
  'command',
  'followers',
  'natives',
  'rebellion',
  'monarchy',
  'bombers',
  'magazines',
  'artillery',
])
/** Words for whoever leads a state or a body, whatever the office is called. */
const LEADERS = new Set(['leader', 'strongman', 'ruler'])
const HEADS = new Set(['head of state', 'head of government'])
/** The office that such words stand for. */
export const headOf = (key: string): { readonly office: string; readonly sector: string; readonly rank: string } | undefined =>
  LEADERS.has(key)
    ? { office: 'leader', sector: 'GOV', rank: 'head' }
    : HEADS.has(key)
      ? { office: key, sector: 'GOV', rank: 'head' }
      : undefined
