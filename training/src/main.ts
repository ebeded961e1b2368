// `npm run train -- TREEBANK…`: each trainer has a file of its own here.
process.stderr.write('training: no trainer yet\n')
