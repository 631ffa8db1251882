# target: -m shapes.deep.fine
