import { sha256 } from '../text/index.js'
import type { Day } from '../time/index.js'
import { articleFromHtml } from './article-html.js'
import { articleFromText } from './article-text.js'
import { dayIn } from './days.js'
import { found, type Item, type Known } from './item.js'
import { failureFrom, problem, type Place } from './reasons.js'

// Letters and office documents, through packages that are installed only where they are wanted.

export type DocumentKind = 'eml' | 'pdf' | 'docx'
interface Content {
  readonly text?: string
  readonly html?: string
  readonly known: Known
}

type Readers = Readonly<Record<DocumentKind, (bytes: Uint8Array) => Promise<Content>>>

/** One letter, PDF or Word document as an item. A missing package and a damaged document are failures, never errors. */
export async function readDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  input: Place,
  date: Day | undefined,
  readers: Readers = READERS,
): Promise<Item> {
  try {
    const { text, html, known } = await readers[kind](bytes)
    const article = html !== undefined && html.trim() !== '' ? articleFromHtml(html) : articleFromText(text ?? '')
    if (article.text.trim() === '') throw problem('empty', input.path, 'has no text in it')
    return found(input, { ...article, bytes: sha256(bytes) }, known, date)
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (code === 'ERR_MODULE_NOT_FOUND')
      return failureFrom(
        problem('missing-package', input.path, `needs the package ${PACKAGES[kind]}: npm install ${PACKAGES[kind]}`),
        input,
        'missing-package',
      )
    return failureFrom(error, input, 'damaged-document')
  }
}

const PACKAGES: Readonly<Record<DocumentKind, string>> = { eml: 'postal-mime', pdf: 'unpdf', docx: 'mammoth' }
export const READERS: Readers = {
  async eml(bytes) {
    const { default: PostalMime } = await import('postal-mime')
    const mail = await PostalMime.parse(bytes)
    // `mail.date` is in UTC; the letter's own time zone says its day.
    const date = mail.headers.find(({ key }) => key === 'date')?.value
    const day = date ? dayIn(date) : undefined
    const known = {
      id: mail.messageId,
      title: mail.subject,
      byline: mail.from?.name || mail.from?.address,
      published: day ? { day, basis: 'page' as const } : undefined,
    }
    return mail.text?.trim() ? { text: mail.text, known } : { html: mail.html ?? '', known }
  },
  async pdf(bytes) {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
    return { text: text.join('\n\n'), known: {} }
  },
  async docx(bytes) {
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    return { text: value.trim(), known: {} }
  },
}
