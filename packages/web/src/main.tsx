import { render } from 'preact'
render(<h1>demarche</h1>, document.getElementById('page')!)
