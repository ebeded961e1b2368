import { render, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './styles/base.css'
import './styles/pair.css'
import './styles/drawings.css'
import './styles/tables.css'
import './styles/reader.css'
import './styles/narrow.css'
import { isStatic } from './api.js'
import { useKeys } from './keys.js'
import { Keys } from './parts/Keys.js'
import { Paper } from './parts/Paper.js'
import { Reader } from './parts/Reader.js'
import { documentAt, Link, member, place } from './route.js'
import { text } from './text.js'
import { Actor } from './views/Actor.js'
import { Compare } from './views/Compare.js'
import { Codebook } from './views/Codebook.js'
import { Home } from './views/Home.js'
import { Pair } from './views/Pair.js'
import { Runs } from './views/Runs.js'
import { Saved } from './views/Saved.js'
import { Search } from './views/Search.js'

/** The view that an address names. */
function view(path: string): JSX.Element {
  const [name = '', first, second] = path.split('/').slice(1).map(decoded)
  if (name === '') return <Home />
  if (name === 'pair' && first && second) return <Pair key={path} a={first} b={second} />
  if (name === 'event' && first) return <Reader id={member('event') ?? first} />
  if (name === 'document' && first) return <Paper key={first} id={first} claim={member('claim')} at={(claim) => documentAt(first, claim)} />
  if (name === 'actor' && first) return <Actor key={first} id={first} />
  if (name === 'search') return <Search />
  if (name === 'saved') return <Saved key={path} name={first} />
  if (name === 'compare') return <Compare />
  if (name === 'codebook') return <Codebook />
  if (name === 'runs') return <Runs />
  return <p>{text.notFound}</p>
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const SECTIONS = [
  ['/', text.nav.pairs],
  ['/search', text.nav.search],
  ['/saved', text.nav.saved],
  ['/compare', text.nav.compare],
  ['/codebook', text.nav.codebook],
  ['/runs', text.nav.runs],
] as const

function Page(): JSX.Element {
  const path = place.value.pathname
  const main = useRef<HTMLElement>(null)
  const seen = useRef(path)
  useEffect(() => {
    // Another view: its top, and the focus where its words begin.
    if (seen.current !== path) {
      seen.current = path
      main.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    document.title = `${main.current?.querySelector('h1, h2')?.textContent ?? ''} · ${text.name}`.replace(/^ · /, '')
  })
  useKeys({ '/': () => document.querySelector<HTMLElement>('#search, header nav a[href="/search"]')?.focus() })
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(it) => {
          it.preventDefault()
          main.current?.focus()
        }}
      >
        {text.skip}
      </a>
      <header class="top">
        <Link to="/" class="name">
          {text.name}
        </Link>
        <nav aria-label={text.nav.label}>
          {SECTIONS.filter(([to]) => !(isStatic && (to === '/search' || to === '/saved'))).map(([to, name]) => (
            <Link key={to} to={to} aria-current={to === path ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {view(path)}
      </main>
      <footer class="quiet">
        <Keys />
      </footer>
    </>
  )
}

render(<Page />, document.getElementById('page')!)
